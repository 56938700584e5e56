import MoreIcon from "lucide-react-native/icons/ellipsis";
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
import { Menu, type MenuChoice } from "@/ui/Menu";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import type { TitleFilter } from "./filter";
import type { Meant } from "./meant";
import { useMonitor } from "./monitor";
import type { Selection } from "./selection";

type Deed = Pick<MenuChoice, "key" | "label" | "disabled" | "onPress">;
const MAIN = "publish";

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
  const isNone = count === 0;
  const monitoring = (isMonitored: boolean) => ({
    key: isMonitored ? "monitor" : "leave",
    label: t(isMonitored ? "title.monitor" : "title.leaveAlone"),
    disabled: isNone || apply.isPending,
    onPress: () => choose(isMonitored),
  });
  const deeds: Deed[] = [
    { key: "edit", label: t("bulk.edit"), disabled: isNone, onPress: () => setEditing(true) },
    {
      key: "ask",
      label: t("metadata.askAgain"),
      disabled: isNone || ask.isPending,
      onPress: () => ask.mutate(meant, { onSuccess: selectNone }),
    },
    {
      key: MAIN,
      label: t("publish.publish"),
      disabled: isNone,
      onPress: () => setPublishing(true),
    },
    monitoring(true),
    monitoring(false),
  ];
  const all: Deed = {
    key: "all",
    label: t("library.selectAll", { count: total, shown: format.number(total) }),
    disabled: isAll,
    onPress: () => onSelect({ mode: "all" }),
  };
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
      {isWide && !isAll && <Button tone="quiet" label={all.label} onPress={all.onPress} />}
      <View style={{ flexGrow: 1 }} />
      <Deeds deeds={isWide ? deeds : [all, ...deeds]} />
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
      <PublishDialog
        meant={meant}
        count={count}
        isOpen={isPublishing}
        onClose={() => setPublishing(false)}
        onDone={selectNone}
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

/** Side by side; on a phone the main one, and the others in a menu. */
function Deeds({ deeds }: { deeds: readonly Deed[] }) {
  const { t } = useWords();
  const isWide = useIsWide();
  return (
    <>
      {deeds
        .filter(({ key }) => isWide || key === MAIN)
        .map(({ key, label, disabled, onPress }) => (
          <Button key={key} label={label} disabled={disabled} onPress={onPress} />
        ))}
      {!isWide && (
        <Menu
          label={t("bulk.more")}
          choices={deeds.filter(({ key }) => key !== MAIN)}
          trigger={(open, isOpen) => (
            <IconButton
              label={t("bulk.more")}
              icon={MoreIcon}
              selected={isOpen}
              aria-haspopup="menu"
              onPress={open}
            />
          )}
        />
      )}
    </>
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
