import FilmIcon from "lucide-react-native/icons/film";
import TvIcon from "lucide-react-native/icons/tv";
import { useState } from "react";
import { Pressable, View } from "react-native";

import { told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Icon } from "@/ui/Icon";
import { Input } from "@/ui/Input";
import { Text } from "@/ui/Text";
import { onSpace } from "@/ui/interaction";
import { makeStyles } from "@/ui/theme";
import { radius, space } from "@/ui/tokens";

import { Folders } from "./Folders";
import { LibraryLanguage } from "./LibraryLanguage";
import { useAddLibrary } from "./queries";

type Kind = "movies" | "series";

/** Asks for a library's kind, folders and name, makes it, and has it scanned. */
export function AddLibrary({ onAdded }: { onAdded: (jobId: string) => void }) {
  const { t } = useWords();
  const styles = useStyles();
  const [kind, setKind] = useState<Kind>("movies");
  const [folders, setFolders] = useState<readonly string[]>([]);
  const [name, setName] = useState("");
  const [language, setLanguage] = useState("");
  const add = useAddLibrary();
  const save = () =>
    add.mutate(
      { kind, folders: [...folders], name: name.trim() || null, language: language || null },
      { onSuccess: ({ job }) => onAdded(job.id) },
    );
  return (
    <View style={{ gap: space.xl }}>
      <View role="radiogroup" aria-label={t("addLibrary.kind")} style={styles.kinds}>
        <KindChoice kind="movies" icon={FilmIcon} value={kind} onChange={setKind} />
        <KindChoice kind="series" icon={TvIcon} value={kind} onChange={setKind} />
      </View>
      <Folders folders={folders} onChange={setFolders} />
      <Field label={t("addLibrary.name")} help={t("addLibrary.nameHint")}>
        <Input
          value={name}
          onChangeText={setName}
          maxLength={200}
          placeholder={t(`libraryKind.${kind}`)}
        />
      </Field>
      <LibraryLanguage value={language} onChange={setLanguage} />
      {add.error && <ProblemView problem={told(add.error)} />}
      <Button
        tone="primary"
        label={t("addLibrary.save")}
        busy={add.isPending}
        disabled={folders.length === 0}
        onPress={save}
      />
    </View>
  );
}

function KindChoice({
  kind,
  icon,
  value,
  onChange,
}: {
  kind: Kind;
  icon: typeof FilmIcon;
  value: Kind;
  onChange: (kind: Kind) => void;
}) {
  const { t } = useWords();
  const styles = useStyles();
  const isOn = kind === value;
  return (
    <Pressable
      role="radio"
      aria-checked={isOn}
      onPress={() => onChange(kind)}
      {...onSpace(() => onChange(kind))}
      style={[styles.kind, isOn && styles.kindOn]}
    >
      <Icon shape={icon} size={24} color={isOn ? "accent" : "muted"} />
      <View style={{ flexShrink: 1 }}>
        <Text weight="medium">{t(`libraryKind.${kind}`)}</Text>
        <Text step="small" color="muted">
          {t(`libraryKind.${kind}Hint`)}
        </Text>
      </View>
    </Pressable>
  );
}

const useStyles = makeStyles((colors) => ({
  kinds: { flexDirection: "row", flexWrap: "wrap", gap: space.md },
  kind: {
    flexGrow: 1,
    flexBasis: 200,
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    padding: space.lg,
    borderRadius: radius.card,
    borderWidth: 1,
    borderColor: colors.lineStrong,
    backgroundColor: colors.surface,
  },
  kindOn: { borderColor: colors.accent, backgroundColor: colors.accentSoft },
}));
