import ViewsIcon from "lucide-react-native/icons/bookmark";
import SaveIcon from "lucide-react-native/icons/bookmark-plus";
import EditIcon from "lucide-react-native/icons/pencil";
import TrashIcon from "lucide-react-native/icons/trash";
import { useState } from "react";
import { View } from "react-native";

import { useWords } from "@/i18n/words";
import { usePreferences, type SavedView } from "@/state/preferences";
import { Button, IconButton } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Menu } from "@/ui/Menu";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { readFilter, writeFilter, type TitleFilter } from "./filter";

type Shown = "nothing" | "save" | "manage";

/** Filters that the user has given a name, on this device: to go to, to keep, to rename, to remove. */
export function ViewsMenu({
  filter,
  onChange,
}: {
  filter: TitleFilter;
  onChange: (filter: TitleFilter) => void;
}) {
  const { t } = useWords();
  const savedViews = usePreferences((preferences) => preferences.savedViews);
  const [shown, setShown] = useState<Shown>("nothing");
  const query = JSON.stringify(writeFilter(filter));
  const close = () => setShown("nothing");
  return (
    <>
      <Menu
        label={t("library.savedViews")}
        choices={[
          ...savedViews.map((view) => ({
            key: `view ${view.name}`,
            label: view.name,
            selected: view.query === query,
            onPress: () => onChange(readFilter(JSON.parse(view.query) as never)),
          })),
          {
            key: "save",
            icon: SaveIcon,
            label: t("library.saveView"),
            onPress: () => setShown("save"),
          },
          ...(savedViews.length
            ? [
                {
                  key: "manage",
                  icon: EditIcon,
                  label: t("library.manageViews"),
                  onPress: () => setShown("manage"),
                },
              ]
            : []),
        ]}
        trigger={(open) => (
          <IconButton label={t("library.savedViews")} icon={ViewsIcon} onPress={open} />
        )}
      />
      {shown === "save" && <SaveView query={query} onClose={close} />}
      {shown === "manage" && <ManageViews onClose={close} />}
    </>
  );
}

function SaveView({ query, onClose }: { query: string; onClose: () => void }) {
  const { t } = useWords();
  const { savedViews, prefer } = usePreferences();
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  const save = () => {
    if (!name) return;
    const others = savedViews.filter((view) => view.name !== name);
    prefer({ savedViews: [...others, { name, query }] });
    toast(t("library.viewSaved", { name }));
    onClose();
  };
  return (
    <Dialog
      title={t("library.saveView")}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button tone="primary" label={t("common.save")} disabled={!name} onPress={save} />
        </>
      }
    >
      <Field label={t("library.viewName")} help={t("library.viewHint")}>
        <Input
          autoFocus
          value={typed}
          maxLength={40}
          onChangeText={setTyped}
          onSubmitEditing={save}
        />
      </Field>
    </Dialog>
  );
}

function ManageViews({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const { savedViews, prefer } = usePreferences();
  const rename = (view: SavedView, name: string) =>
    prefer({
      savedViews: savedViews
        .filter((each) => each === view || each.name !== name)
        .map((each) => (each === view ? { ...each, name } : each)),
    });
  return (
    <Dialog title={t("library.manageViews")} isOpen onClose={onClose}>
      {savedViews.length === 0 && <Text color="muted">{t("library.noViews")}</Text>}
      {savedViews.map((view) => (
        <OneView
          key={view.name}
          view={view}
          onRename={(name) => rename(view, name)}
          onRemove={() => prefer({ savedViews: savedViews.filter((each) => each !== view) })}
        />
      ))}
    </Dialog>
  );
}

function OneView({
  view,
  onRename,
  onRemove,
}: {
  view: SavedView;
  onRename: (name: string) => void;
  onRemove: () => void;
}) {
  const { t } = useWords();
  const [name, setName] = useState(view.name);
  const isChanged = name.trim() !== "" && name.trim() !== view.name;
  const keep = () => isChanged && onRename(name.trim());
  return (
    <View style={{ flexDirection: "row", alignItems: "center", gap: space.sm }}>
      <View style={{ flex: 1 }}>
        <Input
          aria-label={t("library.viewName")}
          value={name}
          maxLength={40}
          onChangeText={setName}
          onSubmitEditing={keep}
        />
      </View>
      <Button label={t("library.renameView")} disabled={!isChanged} onPress={keep} />
      <IconButton
        label={t("library.removeView", { name: view.name })}
        icon={TrashIcon}
        onPress={onRemove}
      />
    </View>
  );
}
