import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { LanguageOrder } from "@/features/audio/LanguageOrder";
import { automationOf, LibraryAutomation } from "@/features/library/LibraryAutomation";
import { useLibraries, type Library } from "@/features/library/queries";
import { useSaveSection, useSettings, type Section } from "@/features/settings/queries";
import { useTongues } from "@/i18n/tongues";
import { useWords } from "@/i18n/words";
import { Combobox } from "@/ui/Combobox";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { space } from "@/ui/tokens";

import { useAutomate } from "./queries";
import { StepFoot } from "./StepFoot";

/** Which languages count, and how much is done without being asked. */
export function PreferencesStep({ onSettled }: { onSettled: () => void }) {
  const settings = useSettings();
  const libraries = useLibraries();
  const section = (wanted: string) => settings.data?.settings.find(({ name }) => name === wanted);
  const [metadata, audio] = [section("metadata"), section("audio")];
  const problem = settings.error ?? libraries.error;
  if (problem) return <ProblemView problem={told(problem)} />;
  if (!metadata || !audio || !libraries.data) return <Skeleton height={240} />;
  return (
    <Preferences
      metadata={metadata}
      audio={audio}
      libraries={libraries.data}
      onSettled={onSettled}
    />
  );
}

/** What was never set begins as the language in which all of this is read. */
function first<Value>(section: Section, field: string, otherwise: Value): Value {
  return section.set_fields.includes(field) ? (section.values[field] as Value) : otherwise;
}

function Preferences({
  metadata,
  audio,
  libraries,
  onSettled,
}: {
  metadata: Section;
  audio: Section;
  libraries: readonly Library[];
  onSettled: () => void;
}) {
  const { t, language: spoken } = useWords();
  const tongues = useTongues();
  const [language, setLanguage] = useState(() => first<string>(metadata, "language", spoken));
  const [heard, setHeard] = useState(() => first<readonly string[]>(audio, "languages", [spoken]));
  const [automation, setAutomation] = useState(libraries[0] && automationOf(libraries[0]));
  const { save: saveMetadata } = useSaveSection(metadata);
  const { save: saveAudio } = useSaveSection(audio);
  const automate = useAutomate();
  const save = async () => {
    await saveMetadata.mutateAsync({ language });
    await saveAudio.mutateAsync({ languages: heard });
    if (automation) await automate.mutateAsync({ libraries, automation });
  };
  const problem = saveMetadata.error ?? saveAudio.error ?? automate.error;
  return (
    <View style={{ gap: space.xl }}>
      <Field label={t("firstRun.told")} help={t("firstRun.toldHint")}>
        <Combobox
          label={t("firstRun.told")}
          value={language}
          choices={tongues}
          onChange={setLanguage}
        />
      </Field>
      <Field label={t("firstRun.heard")} help={t("firstRun.heardHint")}>
        <LanguageOrder languages={heard} offersOriginal={false} onChange={setHeard} />
      </Field>
      {automation && <LibraryAutomation value={automation} onChange={setAutomation} />}
      {problem && <ProblemView problem={told(problem)} />}
      <StepFoot
        step="preferences"
        isDone
        isBusy={saveMetadata.isPending || saveAudio.isPending || automate.isPending}
        before={save}
        onSettled={onSettled}
      />
    </View>
  );
}
