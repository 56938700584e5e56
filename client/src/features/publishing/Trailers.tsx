import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import type { TitleDetail } from "@/features/library/queries";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { ProblemView } from "@/ui/Feedback";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { useFetchTrailer } from "./queries";

/** Lets the trailer that a service names stand beside the film; nothing where none is named. */
export function Trailers({ title }: { title: TitleDetail }) {
  const { t } = useWords();
  const mayOperate = useMay("operator");
  const fetch = useFetchTrailer(title.id, ([name]) =>
    toast(t("title.trailerThere", { name: name ?? "" })),
  );
  if (title.trailers.length === 0 || !mayOperate) return null;
  return (
    <View style={{ alignItems: "flex-start", gap: space.sm }}>
      <Button
        label={t("title.fetchTrailer")}
        busy={fetch.isPending}
        onPress={() => fetch.mutate()}
      />
      {fetch.error && <ProblemView problem={told(fetch.error)} />}
    </View>
  );
}
