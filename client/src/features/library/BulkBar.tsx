import XIcon from "lucide-react-native/icons/x";
import { useState } from "react";
import { View } from "react-native";

import { BulkEdit } from "@/features/metadata/BulkEdit";
import { useBulkAsk } from "@/features/metadata/queries";
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
import type { Meant } from "./meant";
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
  const selectNone = () => onSelect({ mode: "none" });
  const meant: Meant = isAll ? { filter } : { ids: selection.ids };
  const apply = useApply(meant, count);
  const [isPublishing, setPublishing] = useState(false);
  const [asked, setAsked] = useState<boolean | null>(null);
  const [isEditing, setEditing] = useState(false);
  const ask = useBulkAsk(({ titles }) =>
    toast(t("bulk.asked", { count: titles, shown: format.number(titles) })),
  );
  const monitor = (is_monitored: boolean) =>
    apply.mutate({ ...meant, is_monitored }, { onSuccess: selectNone });
  const choose = (isMonitored: boolean) => (isAll ? setAsked(isMonitored) : monitor(isMonitored));
  const said = (isMonitored: boolean) =>
    t(isMonitored ? "library.monitorAll" : "library.leaveAll", { count, shown });
  return (
    <View
      role="toolbar"
      aria-label={t("library.selection")}
      style={[styles.bar, !isWide && { paddingHorizontal: space.lg }]}
    >
      <IconButton label={t("library.selectNone")} icon={XIcon} onPress={selectNone} />
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
        busy={ask.isPending}
        disabled={count === 0}
        onPress={() => ask.mutate(meant, { onSuccess: selectNone })}
      />
      {isEditing && (
        <BulkEdit
          meant={meant}
          count={count}
          onClose={() => setEditing(false)}
          onDone={() => {
            setEditing(false);
            selectNone();
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
        onDone={selectNone}
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
        onConfirm={() => monitor(asked ?? true)}
      >
        {t("library.allHint")}
      </Confirm>
    </View>
  );
}

/** Carries a change out, and says what was done; where ids are known it can be taken back. */
function useApply(meant: Meant, count: number) {
  const { t } = useWords();
  const format = useFormat();
  const back = useMonitor();
  return useMonitor(({ is_monitored }, { changedIds: ids }) => {
    const said = is_monitored ? "library.monitored" : "library.unmonitored";
    const undo = () => back.mutate({ ids, is_monitored: !is_monitored });
    toast(
      t(said, { count, shown: format.number(count) }),
      "filter" in meant || ids.length === 0
        ? {}
        : { action: { label: t("common.undo"), onPress: undo } },
    );
  });
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
