import EditIcon from "lucide-react-native/icons/pencil";
import PlusIcon from "lucide-react-native/icons/plus";
import TrashIcon from "lucide-react-native/icons/trash";
import { useRouter } from "expo-router";
import { useState } from "react";
import { View } from "react-native";

import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button, IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Confirm } from "@/ui/Confirm";
import { Dialog } from "@/ui/Dialog";
import { Page } from "@/ui/Page";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { AddLibrary } from "./AddLibrary";
import { EditLibrary } from "./EditLibrary";
import { useLibraries, useRemoveLibrary, useScan, type Library } from "./queries";

/** The libraries, their folders, and what can be done with each. */
export function LibrariesScreen() {
  const { t } = useWords();
  const router = useRouter();
  const isAdmin = useMay("admin");
  const libraries = useLibraries();
  const [isAdding, setAdding] = useState(false);
  const [editing, setEditing] = useState<Library | null>(null);
  const [leaving, setLeaving] = useState<Library | null>(null);
  const remove = useRemoveLibrary(({ name }) => toast(t("libraries.removed", { name })));
  const letGo = () => leaving && remove.mutate(leaving);
  return (
    <Page
      title={t("libraries.title")}
      back="/settings"
      narrow
      actions={
        isAdmin && (
          <Button
            tone="primary"
            icon={PlusIcon}
            label={t("library.add")}
            onPress={() => setAdding(true)}
          />
        )
      }
    >
      {libraries.data?.map((library) => (
        <OneLibrary
          key={library.id}
          library={library}
          onEdit={isAdmin ? () => setEditing(library) : undefined}
          onRemove={isAdmin ? () => setLeaving(library) : undefined}
        />
      ))}
      <Dialog
        title={t("library.add")}
        isOpen={isAdding}
        onClose={() => setAdding(false)}
        width={640}
      >
        <AddLibrary
          onAdded={(jobId) => {
            setAdding(false);
            toast(t("library.scanQueued"), {
              action: {
                label: t("common.open"),
                onPress: () => router.push(`/jobs/${jobId}` as never),
              },
            });
          }}
        />
      </Dialog>
      <Confirm
        title={t("libraries.remove", { name: leaving?.name ?? "" })}
        doIt={t("libraries.removeButton")}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        onConfirm={letGo}
      >
        {t("libraries.removeHint")}
      </Confirm>
      {editing && <EditLibrary library={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function OneLibrary({
  library,
  onEdit,
  onRemove,
}: {
  library: Library;
  onEdit?: () => void;
  onRemove?: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const scan = useScan();
  const mayOperate = useMay("operator");
  const facts = [
    t("library.count", { count: library.titles, shown: format.number(library.titles) }),
    t("dashboard.files", { count: library.files, shown: format.number(library.files) }),
    format.bytes(library.size_bytes),
    library.scanned_at
      ? t("dashboard.scanned", { when: format.since(library.scanned_at) })
      : t("dashboard.neverScanned"),
  ];
  return (
    <Card
      title={library.name}
      hint={[
        t(`libraryKind.${library.kind}`),
        library.language && format.tongueAlone(library.language),
        t(`libraries.watching_${library.watching}`),
      ]
        .filter(Boolean)
        .join(" · ")}
      action={
        <View style={{ flexDirection: "row", gap: space.sm }}>
          {onEdit && (
            <IconButton
              label={t("libraries.edit", { name: library.name })}
              icon={EditIcon}
              onPress={onEdit}
            />
          )}
          {onRemove && (
            <IconButton
              label={t("libraries.remove", { name: library.name })}
              icon={TrashIcon}
              onPress={onRemove}
            />
          )}
          {mayOperate && (
            <Button
              label={t("library.scan")}
              busy={scan.isPending}
              onPress={() => scan.mutate([library.id])}
            />
          )}
        </View>
      }
    >
      {library.folders.map((folder) => (
        <Text key={folder} mono step="small" selectable>
          {folder}
        </Text>
      ))}
      <Text step="small" color="muted" tabular>
        {facts.join(" · ")}
      </Text>
    </Card>
  );
}
