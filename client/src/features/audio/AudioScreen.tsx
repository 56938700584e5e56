import { useLocalSearchParams, useRouter } from "expo-router";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Page } from "@/ui/Page";
import { Tabs } from "@/ui/Tabs";

import { FilesPart } from "./FilesPart";
import { useAudioPreview } from "./queries";
import { RulesPart } from "./RulesPart";
import { RunsPart } from "./RunsPart";
import { useRules } from "./rule-queries";

const PARTS = ["files", "runs", "rules"] as const;
type Part = (typeof PARTS)[number];

/** The right sound across all libraries: what is wrong and why, and the rules that decide. */
export function AudioScreen() {
  const { t } = useWords();
  const format = useFormat();
  const router = useRouter();
  const { part } = useLocalSearchParams<{ part?: Part }>();
  const shown = PARTS.find((each) => each === part) ?? "files";
  const preview = useAudioPreview();
  const rules = useRules();
  const counts: Record<Part, number | undefined> = {
    files: preview.data?.wrong,
    runs: undefined,
    rules: rules.data?.length,
  };
  return (
    <Page
      title={t("nav.audio")}
      count={
        preview.data &&
        t("audio.files", {
          count: preview.data.files,
          shown: format.number(preview.data.files),
        })
      }
      hint={t("audio.hint")}
    >
      <Tabs
        label={t("title.parts")}
        tabs={PARTS.map((key) => ({
          key,
          label: t(`audio.part.${key}`),
          count: counts[key] === undefined ? undefined : format.number(counts[key]),
        }))}
        value={shown}
        onChange={(key) => router.setParams({ part: key === "files" ? undefined : key } as never)}
      />
      {shown === "files" && <FilesPart />}
      {shown === "runs" && <RunsPart />}
      {shown === "rules" && <RulesPart />}
    </Page>
  );
}
