import SearchIcon from "lucide-react-native/icons/search";
import { useState } from "react";
import { View } from "react-native";

import { likelyPosterUrl } from "@/api/client";
import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { Shown } from "@/features/artwork/Shown";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { ProblemView } from "@/ui/Feedback";
import { Input } from "@/ui/Input";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { serviceName } from "./FieldsTab";
import { useWorks, type LikelyWork } from "./queries";

const POSTER_WIDTH = 56;

/** The works that a title may be, one click each; and a search under another name. */
export function LikelyWorks({
  titleId,
  name,
  works,
  isSearched,
  onChosen,
}: {
  titleId: string;
  name: string;
  works: readonly LikelyWork[];
  isSearched: boolean;
  onChosen?: () => void;
}) {
  const { t } = useWords();
  const mayOperate = useMay("operator");
  const { search, choose } = useWorks(titleId, ({ title }) =>
    toast(t("unidentified.chosen", { title })),
  );
  const [typed, setTyped] = useState(name);
  const pick = (work: LikelyWork) => choose.mutate(work, { onSuccess: onChosen });
  const error = choose.error ?? search.error;
  return (
    <View style={{ gap: space.md }}>
      {works.map((work) => (
        <Work
          key={work.id}
          work={work}
          busy={choose.isPending}
          onChoose={mayOperate ? () => pick(work) : null}
        />
      ))}
      {works.length === 0 && (
        <Text step="small" color="muted">
          {t(isSearched ? "unidentified.nothingFound" : "unidentified.notSearched")}
        </Text>
      )}
      {error && <ProblemView problem={told(error)} />}
      {mayOperate && (
        <View style={{ flexDirection: "row", gap: space.sm, alignItems: "center" }}>
          <View style={{ flex: 1 }}>
            <Input
              aria-label={t("unidentified.search")}
              icon={SearchIcon}
              value={typed}
              maxLength={500}
              onChangeText={setTyped}
              onSubmitEditing={() => typed.trim() && search.mutate(typed.trim())}
            />
          </View>
          <Button
            label={t("unidentified.doSearch")}
            busy={search.isPending}
            disabled={typed.trim() === ""}
            onPress={() => search.mutate(typed.trim())}
          />
        </View>
      )}
    </View>
  );
}

function Work({
  work,
  busy,
  onChoose,
}: {
  work: LikelyWork;
  busy: boolean;
  onChoose: (() => void) | null;
}) {
  const { t } = useWords();
  const format = useFormat();
  const isWide = useIsWide();
  const percent = (part: number) => `${format.number(Math.round(part * 100))} %`;
  const parts = { title: percent(work.title_score), year: percent(work.year_score) };
  return (
    <View
      style={{
        flexDirection: isWide ? "row" : "column",
        alignItems: isWide ? "center" : "flex-start",
        gap: space.md,
      }}
    >
      <View
        style={{
          flex: isWide ? 1 : undefined,
          flexDirection: "row",
          alignItems: "center",
          gap: space.md,
          maxWidth: "100%",
        }}
      >
        <View style={{ width: POSTER_WIDTH }}>
          <Shown type="poster" alt="" uri={work.poster_url && likelyPosterUrl(work.id)} />
        </View>
        <View style={{ flex: 1, gap: 2 }}>
          <Text weight="medium">{work.year ? `${work.title} (${work.year})` : work.title}</Text>
          <Text step="small" color="muted" numberOfLines={2}>
            {work.plot ?? work.original_title ?? ""}
          </Text>
          <Text step="tiny" color="muted" tabular>
            {[
              t("unidentified.fits", { score: percent(work.score) }),
              t("unidentified.parts", parts),
              t("unidentified.foundBy", { service: serviceName(work.provider) }),
            ].join(" · ")}
          </Text>
        </View>
      </View>
      {onChoose && <Button label={t("unidentified.choose")} disabled={busy} onPress={onChoose} />}
    </View>
  );
}
