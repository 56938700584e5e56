import { useState } from "react";

import { told } from "@/api/problem";
import { LibraryPictures } from "@/features/artwork/LibraryPictures";
import { LibraryNaming } from "@/features/publishing/LibraryNaming";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { toast } from "@/ui/Toast";

import { Folders } from "./Folders";
import { automationOf, LibraryAutomation } from "./LibraryAutomation";
import { LibraryLanguage } from "./LibraryLanguage";
import { useChangeLibrary, type Library } from "./queries";

/** Changes a library's name, language, automation and folders; folders that come are scanned with the next scan. */
export function EditLibrary({ library, onClose }: { library: Library; onClose: () => void }) {
  const { t } = useWords();
  const change = useChangeLibrary(library.id, ({ name }) =>
    toast(t("libraries.changed", { name })),
  );
  const [name, setName] = useState(library.name);
  const [language, setLanguage] = useState(library.language ?? "");
  const [automation, setAutomation] = useState(automationOf(library));
  const [folders, setFolders] = useState<readonly string[]>(library.folders);
  const save = () =>
    change.mutate(
      {
        name: name.trim(),
        language: language || null,
        ...automation,
        add_folders: folders.filter((path) => !library.folders.includes(path)),
        remove_folders: library.folders.filter((path) => !folders.includes(path)),
      },
      { onSuccess: onClose },
    );
  return (
    <Dialog
      title={t("libraries.edit", { name: library.name })}
      isOpen
      onClose={onClose}
      width={640}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button
            tone="primary"
            label={t("common.save")}
            busy={change.isPending}
            disabled={!name.trim() || folders.length === 0}
            onPress={save}
          />
        </>
      }
    >
      <Field label={t("addLibrary.name")}>
        <Input value={name} onChangeText={setName} maxLength={200} />
      </Field>
      <LibraryLanguage value={language} onChange={setLanguage} />
      <LibraryAutomation value={automation} onChange={setAutomation} />
      <LibraryNaming libraryId={library.id} />
      <LibraryPictures libraryId={library.id} />
      <Folders folders={folders} onChange={setFolders} />
      {change.error && <ProblemView problem={told(change.error)} />}
    </Dialog>
  );
}
