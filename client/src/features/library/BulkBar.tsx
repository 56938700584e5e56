import { View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { useMonitor } from "./queries";

/** What can be done with the titles that are selected. */
export function BulkBar({ ids, onDone }: { ids: readonly string[]; onDone: () => void }) {
  const styles = useStyles();
  const { t } = useWords();
  const format = useFormat();
  const monitor = useMonitor();
  const shown = format.number(ids.length);
  const apply = (is_monitored: boolean) =>
    monitor.mutate(
      { ids, is_monitored },
      {
        onSuccess: () => {
          const sentence = t(is_monitored ? "library.monitored" : "library.unmonitored", {
            count: ids.length,
            shown,
          });
          const undo = () => monitor.mutate({ ids, is_monitored: !is_monitored });
          toast(sentence, { action: { label: t("common.undo"), onPress: undo } });
          onDone();
        },
      },
    );
  return (
    <View role="toolbar" aria-label={t("library.selection")} style={styles.bar}>
      <Text step="small" weight="medium" tabular style={{ flex: 1 }}>
        {t("library.selected", { count: ids.length, shown })}
      </Text>
      <Button label={t("title.monitor")} disabled={monitor.isPending} onPress={() => apply(true)} />
      <Button
        label={t("title.leaveAlone")}
        disabled={monitor.isPending}
        onPress={() => apply(false)}
      />
      <Button tone="quiet" label={t("common.cancel")} onPress={onDone} />
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  bar: {
    flexDirection: "row",
    flexWrap: "wrap",
    alignItems: "center",
    gap: space.sm,
    paddingHorizontal: space.xl,
    paddingVertical: space.sm,
    borderTopWidth: 1,
    borderTopColor: colors.lineStrong,
    backgroundColor: colors.overlay,
  },
}));
