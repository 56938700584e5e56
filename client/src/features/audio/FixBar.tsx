import FixIcon from "lucide-react-native/icons/wand-sparkles";
import { useRouter } from "expo-router";
import { View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { space } from "@/ui/tokens";

import { useStartBatch } from "./batch-queries";

/** Sets all files right that start wrong, or those that are chosen; the number stands in the button. */
export function FixBar({
  count,
  library,
  chosen,
}: {
  count: number;
  library?: string;
  chosen: ReadonlySet<string>;
}) {
  const { t } = useWords();
  const format = useFormat();
  const router = useRouter();
  const start = useStartBatch();
  const label = (files: number) => t("audio.fix", { count: files, shown: format.number(files) });
  const all = { default_audio: ["wrong" as const], ...(library ? { library: [library] } : {}) };
  const run = () =>
    start.mutate(chosen.size ? { path: [...chosen] } : { filter: all }, {
      onSuccess: ({ id }) => router.push(`/audio/runs/${id}` as never),
    });
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
      <Button
        tone="primary"
        icon={FixIcon}
        label={label(chosen.size || count)}
        busy={start.isPending}
        onPress={run}
      />
    </View>
  );
}
