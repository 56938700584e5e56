import XIcon from "lucide-react-native/icons/x";
import { useState } from "react";
import { View } from "react-native";

import { BulkEdit } from "@/features/metadata/BulkEdit";
import { useBulk } from "@/features/metadata/queries";
import { PublishDialog } from "@/features/publishing/PublishDialog";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button, IconButton } from "@/ui/Button";
import { Confirm } from "@/ui/Confirm";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import type { TitleFilter } from "./filter";
import { useMonitor } from "./monitor";
import type { Selection } from "./selection";

/** What can be done with the titles that are selected, or with all that the filter means. */
export function BulkBar({
  selection,
  filter,
  total,
  onSelect,
}: {
  selection: Exclude<Selection, { mode: "none" }>;
  filter: TitleFilter;
  total: number;
  onSelect: (selection: Selection) => void;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const format = useFormat();
  const isWide = useIsWide();
  const isAll = selection.mode === "all";
  const count = isAll ? total : selection.ids.length;
  const shown = format.number(count);
  const apply = useApply(selection, filter, count, () => onSelect({ mode: "none" }));
  const [isPublishing, setPublishing] = useState(false);
  const [asked, setAsked] = useState<boolean | null>(null);
  const [isEditing, setEditing] = useState(false);
  const bulk = useBulk();
  const meant = isAll ? { filter } : { ids: selection.ids };
  const askServices = () =>
    bulk.ask.mutate(meant, {
      onSuccess: ({ titles }) => {
        toast(t("bulk.asked", { count: titles, shown: format.number(titles) }));
        onSelect({ mode: "none" });
      },
    });
  const choose = (isMonitored: boolean) => (isAll ? setAsked(isMonitored) : apply.now(isMonitored));
  const said = (isMonitored: boolean) =>
    t(isMonitored ? "library.monitorAll" : "library.leaveAll", { count, shown });
  return (
    <View
      role="toolbar"
      aria-label={t("library.selection")}
      style={[styles.bar, !isWide && { paddingHorizontal: space.lg }]}
    >
      <IconButton
        label={t("library.selectNone")}
        icon={XIcon}
        onPress={() => onSelect({ mode: "none" })}
      />
      <Text step="small" weight="medium" tabular aria-live="polite">
        {t("library.selected", { count, shown })}
      </Text>
      {!isAll && (
        <Button
          tone="quiet"
          label={t("library.selectAll", { count: total, shown: format.number(total) })}
          onPress={() => onSelect({ mode: "all" })}
        />
      )}
      <View style={{ flexGrow: 1 }} />
      <Button label={t("bulk.edit")} disabled={count === 0} onPress={() => setEditing(true)} />
      <Button
        label={t("metadata.askAgain")}
        busy={bulk.ask.isPending}
        disabled={count === 0}
        onPress={askServices}
      />
      {isEditing && (
        <BulkEdit
          meant={meant}
          count={count}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false);
            onSelect({ mode: "none" });
          }}
        />
      )}
      <Button
        label={t("publish.publish")}
        disabled={count === 0}
        onPress={() => setPublishing(true)}
      />
      <PublishDialog
        meant={meant}
        count={count}
        isOpen={isPublishing}
        onClose={() => setPublishing(false)}
        onDone={() => onSelect({ mode: "none" })}
      />
      <Button
        label={t("title.monitor")}
        disabled={apply.isPending || count === 0}
        onPress={() => choose(true)}
      />
      <Button
        label={t("title.leaveAlone")}
        disabled={apply.isPending || count === 0}
        onPress={() => choose(false)}
      />
      <Confirm
        isHarmless
        title={said(asked ?? true)}
        doIt={said(asked ?? true)}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => apply.now(asked ?? true)}
      >
        {t("library.allHint")}
      </Confirm>
    </View>
  );
}

/** Carries a change out, and says what was done; where ids are known it can be taken back. */
function useApply(
  selection: Exclude<Selection, { mode: "none" }>,
  filter: TitleFilter,
  count: number,
  onDone: () => void,
) {
  const { t } = useWords();
  const format = useFormat();
  const monitor = useMonitor();
  const meant = selection.mode === "all" ? { filter } : { ids: selection.ids };
  const now = (is_monitored: boolean) =>
    monitor.mutate(
      { ...meant, is_monitored },
      {
        onSuccess: (_done, _asked, context) => {
          const ids = context?.changedIds ?? [];
          const undo = () => monitor.mutate({ ids, is_monitored: !is_monitored });
          toast(
            t(is_monitored ? "library.monitored" : "library.unmonitored", {
              count,
              shown: format.number(count),
            }),
            selection.mode === "all" || ids.length === 0
              ? {}
              : { action: { label: t("common.undo"), onPress: undo } },
          );
          onDone();
        },
      },
    );
  return { now, isPending: monitor.isPending };
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
