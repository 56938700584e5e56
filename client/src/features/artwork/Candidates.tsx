import ImagesIcon from "lucide-react-native/icons/images";
import { useState } from "react";
import { Pressable, View } from "react-native";

import { candidateUrl } from "@/api/client";
import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { Heading, Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { CandidateDialog } from "./CandidateDialog";
import { CandidateFilter } from "./CandidateFilter";
import { useCandidates, type Candidate, type Narrowed, type TypeArtwork } from "./queries";
import { Shown } from "./Shown";
import { languageWords, providerWords, typeWords, widthOf } from "./words";

/** All that is offered of a type, the best first. */
export function Candidates({ titleId, of }: { titleId: string; of: TypeArtwork }) {
  const { t } = useWords();
  const format = useFormat();
  const [narrowed, setNarrowed] = useState<Narrowed>({});
  const [open, setOpen] = useState<Candidate | null>(null);
  const found = useCandidates(titleId, of.type, narrowed);
  const first = found.data?.pages[0];
  if (found.error && !found.data) {
    return <ProblemView problem={told(found.error)} onRetry={() => void found.refetch()} />;
  }
  if (!first) return <Skeleton height={260} />;
  const shown = found.data?.pages.flatMap((page) => page.candidates) ?? [];
  if (of.candidates === 0) {
    return (
      <Empty icon={ImagesIcon} title={t("pictures.nothingOffered")}>
        {t("pictures.nothingOfferedHint")}
      </Empty>
    );
  }
  return (
    <View style={{ gap: space.lg }}>
      <View style={{ flexDirection: "row", alignItems: "baseline", gap: space.sm }}>
        <Heading step="lead">{t("pictures.offered")}</Heading>
        <Text color="muted" tabular>
          {format.number(first.total)}
        </Text>
      </View>
      <CandidateFilter
        languages={first.languages}
        providers={first.providers}
        value={narrowed}
        onChange={setNarrowed}
      />
      {shown.length === 0 && <Text color="muted">{t("pictures.nothingFits")}</Text>}
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.lg }}>
        {shown.map((each) => (
          <Card key={each.id} type={of.type} candidate={each} onPress={() => setOpen(each)} />
        ))}
      </View>
      {found.hasNextPage && (
        <View style={{ alignSelf: "flex-start" }}>
          <Button
            label={t("common.more")}
            busy={found.isFetchingNextPage}
            onPress={() => void found.fetchNextPage()}
          />
        </View>
      )}
      {open && (
        <CandidateDialog titleId={titleId} of={of} candidate={open} onClose={() => setOpen(null)} />
      )}
    </View>
  );
}

function Card({
  type,
  candidate,
  onPress,
}: {
  type: string;
  candidate: Candidate;
  onPress: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const size =
    candidate.width && candidate.height
      ? `${candidate.width}\u00a0×\u00a0${candidate.height}`
      : null;
  const language = candidate.is_textless ? "textless" : (candidate.language ?? "unknown");
  const facts = [
    providerWords(candidate.provider, t),
    languageWords(language, t, format.tongue),
    size,
  ].filter((each) => each !== null);
  const points = format.number(candidate.score.points, 1);
  const isChosen = candidate.number !== null;
  return (
    <Pressable
      role="button"
      onPress={onPress}
      style={{ width: widthOf(type), maxWidth: "100%", gap: 6 }}
    >
      <Shown
        uri={candidateUrl(candidate.id, "small")}
        type={type}
        alt={t("pictures.candidate", { place: candidate.place, type: typeWords(type, t) })}
        isChosen={isChosen}
      />
      <View style={{ flexDirection: "row", alignItems: "center", gap: space.sm }}>
        <Text step="small" weight="medium" tabular>
          {points}
        </Text>
        {isChosen && <Badge tone="good" label={t("pictures.isChosen")} />}
        {candidate.fault && (
          <Badge tone="warn" label={t(`pictures.fault_${candidate.fault as "broken"}`)} />
        )}
      </View>
      <Text step="tiny" color="muted" tabular numberOfLines={2}>
        {facts.join(" · ")}
      </Text>
    </Pressable>
  );
}
