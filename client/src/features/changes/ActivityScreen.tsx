import { useLocalSearchParams, useRouter } from "expo-router";
import { View } from "react-native";

import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/Chip";
import { Notice } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import { SearchInput } from "@/ui/SearchInput";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import {
  useChangeChoices,
  useDismiss,
  useInterrupted,
  type ChangeFilter,
  type InterruptedChange,
} from "./queries";
import { SetList } from "./SetList";
import { refusalWords, useChangeWords } from "./words";

const STATES = {
  standing: { undone: false, undoes: false },
  undone: { undone: true },
  undoes: { undoes: true },
} as const satisfies Record<string, ChangeFilter>;
type State = keyof typeof STATES;
type Params = { state?: State; words?: string; kind?: string; by?: string };

/** Everything that was ever written into media folders, by whom and why, and the way back. */
export function ActivityScreen() {
  const { t } = useWords();
  const router = useRouter();
  const { state, words, kind, by } = useLocalSearchParams<Params>();
  const chosen = state && state in STATES ? state : null;
  const filter: ChangeFilter = {
    ...(chosen ? STATES[chosen] : {}),
    ...(words ? { words } : {}),
    ...(kind ? { kind: [kind] } : {}),
    ...(by ? { asked_by: [by] } : {}),
  };
  const isNarrowed = Object.keys(filter).length > 0;
  const may = useMay("operator");
  const isWide = useIsWide();
  return (
    <Page
      title={t("nav.activity")}
      hint={t("changes.hint")}
      actions={
        <>
          {may && (
            <Button
              tone="quiet"
              label={t("deliveries.title")}
              onPress={() => router.push("/deliveries" as never)}
            />
          )}
          <Button
            tone="quiet"
            label={t("verify.title")}
            onPress={() => router.push("/verify" as never)}
          />
        </>
      }
    >
      <Interrupted />
      <View style={{ gap: space.md }}>
        <View
          style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.sm }}
        >
          <View style={isWide ? { width: 420 } : { width: "100%" }}>
            <SearchInput
              label={t("changes.search")}
              value={words ?? ""}
              onChange={(text) => router.setParams({ words: text || undefined } as never)}
            />
          </View>
          {(Object.keys(STATES) as State[]).map((each) => (
            <Chip
              key={each}
              label={t(`changes.state.${each}`)}
              selected={each === chosen}
              onPress={() =>
                router.setParams({ state: each === chosen ? undefined : each } as never)
              }
            />
          ))}
          <Choices kind={kind} by={by} />
        </View>
        <SetList
          filter={filter}
          none={t(isNarrowed ? "changes.noneFound" : "changes.none")}
          hint={t(isNarrowed ? "changes.noneFoundHint" : "changes.noneHint")}
        />
      </View>
    </Page>
  );
}

/** What for and for whom, as far as there is more than one. */
function Choices({ kind, by }: Pick<Params, "kind" | "by">) {
  const { t } = useWords();
  const words = useChangeWords();
  const router = useRouter();
  const { kinds = [], people = [] } = useChangeChoices().data ?? {};
  return (
    <>
      {(kinds.length > 1 || kind) && (
        <Select
          bare
          label={t("filter.kind")}
          value={kind ?? ""}
          onChange={(key) => router.setParams({ kind: key || undefined } as never)}
          choices={[
            { key: "", label: t("changes.everyKind") },
            ...kinds.map((each) => ({ key: each, label: words.kind(each) })),
          ]}
        />
      )}
      {(people.length > 1 || by) && (
        <Select
          bare
          label={t("changes.who")}
          value={by ?? ""}
          onChange={(key) => router.setParams({ by: key || undefined } as never)}
          choices={[
            { key: "", label: t("changes.everybody") },
            ...people.map(({ id, name }) => ({ key: id, label: name ?? id })),
          ]}
        />
      )}
    </>
  );
}

/** What a crash cut short and nobody could put back: the only thing here that asks for a person. */
function Interrupted() {
  const { t } = useWords();
  const format = useFormat();
  const may = useMay("operator");
  const found = useInterrupted();
  const dismiss = useDismiss();
  const why = ({ problem, ...each }: InterruptedChange) => refusalWords({ ...problem, ...each });
  return (found.data ?? []).map((each) => (
    <Notice
      key={each.id}
      tone="warn"
      action={
        may && (
          <Button
            label={t("changes.dismiss")}
            busy={dismiss.isPending}
            onPress={() => dismiss.mutate(each.id)}
          />
        )
      }
    >
      <Text step="small" weight="medium">
        {t("changes.interrupted", { when: format.since(each.found_at) })}
      </Text>
      <Text step="small">{why(each).sentence}</Text>
      <Text step="tiny" mono selectable>
        {each.path}
      </Text>
      <Text step="small">{t("changes.interruptedHint")}</Text>
    </Notice>
  ));
}
