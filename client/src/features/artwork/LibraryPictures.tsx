import { View } from "react-native";

import type { Schemas } from "@/api/client";
import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { Switch } from "@/ui/Toggles";
import { space } from "@/ui/tokens";

import { useChooseForLibrary, useSayWishes, useWishes } from "./queries";

const WORDS = ["preferred", "original", "textless"] as const;
const COUNTS = [0, 1, 2, 3, 5, 10] as const;

/** What a library wants of its pictures; what is changed holds at once, for what is chosen next. */
export function LibraryPictures({ libraryId }: { libraryId: string }) {
  const { t } = useWords();
  const format = useFormat();
  const wishes = useWishes(libraryId);
  const say = useSayWishes(libraryId);
  const choose = useChooseForLibrary(libraryId);
  if (wishes.error) return <ProblemView problem={told(wishes.error)} />;
  if (!wishes.data) return <Skeleton height={160} />;
  const { language_orders, counts, keeps_local } = wishes.data;
  const said = wishes.data.said as Schemas["Wishes"]; // what is read has lists where it takes pairs
  const order = language_orders["poster"] ?? WORDS;
  const first = order[0] ?? "preferred";
  const fanarts = counts["fanart"] ?? 0;
  const isWord = (word: string): word is (typeof WORDS)[number] =>
    (WORDS as readonly string[]).includes(word);
  const firsts = isWord(first) ? WORDS : [first, ...WORDS];
  const numbers = [...new Set([...COUNTS, fanarts])].sort((one, other) => one - other);
  const sayFirst = (word: string) =>
    say.mutate({
      ...said,
      language_orders: {
        ...said.language_orders,
        poster: [word, ...order.filter((each) => each !== word)],
      },
    });
  const problem = say.error ?? choose.error;
  return (
    <View style={{ gap: space.sm }}>
      <Text step="small" weight="medium">
        {t("wishes.title")}
      </Text>
      <Field label={t("wishes.poster")}>
        <Select
          label={t("wishes.poster")}
          value={first}
          choices={firsts.map((key) => ({
            key,
            label: isWord(key) ? t(`wishes.first_${key}`) : format.tongueAlone(key),
          }))}
          onChange={sayFirst}
        />
      </Field>
      <Field label={t("wishes.fanarts")}>
        <Select
          label={t("wishes.fanarts")}
          value={String(fanarts)}
          choices={numbers.map((each) => ({ key: String(each), label: format.number(each) }))}
          onChange={(count) =>
            say.mutate({ ...said, counts: { ...said.counts, fanart: Number(count) } })
          }
        />
      </Field>
      <Switch
        label={t("wishes.keepsLocal")}
        value={keeps_local}
        onChange={(isOn) => say.mutate({ ...said, keeps_local: isOn })}
      />
      <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.md }}>
        <Text step="small" color="muted" style={{ flexGrow: 1, flexShrink: 1, flexBasis: 240 }}>
          {t("wishes.hint")}
        </Text>
        <Button label={t("wishes.anew")} busy={choose.isPending} onPress={() => choose.mutate()} />
      </View>
      {problem && <ProblemView problem={told(problem)} />}
    </View>
  );
}
