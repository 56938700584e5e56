import SearchIcon from "lucide-react-native/icons/search";
import DiscardIcon from "lucide-react-native/icons/undo-2";
import AnewIcon from "lucide-react-native/icons/wand-sparkles";
import { useRouter, useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useToldOf } from "@/features/jobs/told-of";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Confirm } from "@/ui/Confirm";
import { Notice, ProblemView, Skeleton } from "@/ui/Feedback";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { Candidates } from "./Candidates";
import { ChosenPictures } from "./ChosenPictures";
import { useDiscardChoices, useSelectAnew, useTitleArtwork, type TitleArtwork } from "./queries";
import { TypeStrip } from "./TypeStrip";
import { failureWords, providerWords } from "./words";

/** The pictures of a title: what it has, why, and what it could have instead. */
export function ArtworkTab({ titleId }: { titleId: string }) {
  const router = useRouter();
  const { type } = useLocalSearchParams<{ type?: string }>();
  const artwork = useTitleArtwork(titleId);
  if (artwork.error && !artwork.data) {
    return <ProblemView problem={told(artwork.error)} onRetry={() => void artwork.refetch()} />;
  }
  if (!artwork.data) return <Skeleton height={320} />;
  const { types } = artwork.data;
  const shown = types.find((each) => each.type === type) ?? types[0];
  if (!shown) return null;
  return (
    <View style={{ gap: space.xl }}>
      <TypeStrip
        types={types}
        value={shown.type}
        onChange={(chosen) => router.setParams({ type: chosen })}
      />
      <Failures of={artwork.data} />
      <Doing titleId={titleId} of={artwork.data} type={shown.type} />
      <ChosenPictures key={`chosen ${shown.type}`} titleId={titleId} of={shown} />
      <Candidates key={`offered ${shown.type}`} titleId={titleId} of={shown} />
    </View>
  );
}

/** Has services asked again, or the type chosen anew. */
function Doing({ titleId, of, type }: { titleId: string; of: TitleArtwork; type: string }) {
  const { t } = useWords();
  const format = useFormat();
  const may = useMay("operator");
  const queued = useToldOf()("pictures.queued");
  const anew = useSelectAnew(titleId, queued);
  const discard = useDiscardChoices(titleId, queued);
  const [isDiscarding, setDiscarding] = useState(false);
  const error = anew.error ?? discard.error;
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.sm }}>
      <Text step="small" color="muted" style={{ flexGrow: 1 }}>
        {of.searched_at
          ? t("pictures.searched", { when: format.since(of.searched_at) })
          : t("pictures.neverSearched")}
      </Text>
      {may && (
        <>
          <Button
            icon={SearchIcon}
            label={t("pictures.search")}
            busy={anew.isPending}
            onPress={() => anew.mutate({ search: true })}
          />
          <Button
            icon={AnewIcon}
            label={t("pictures.anew")}
            busy={anew.isPending}
            onPress={() => anew.mutate({ types: [type] })}
          />
          <Button
            tone="quiet"
            icon={DiscardIcon}
            label={t("pictures.discard")}
            busy={discard.isPending}
            onPress={() => setDiscarding(true)}
          />
          <Confirm
            title={t("pictures.discardTitle")}
            doIt={t("pictures.discard")}
            isOpen={isDiscarding}
            onClose={() => setDiscarding(false)}
            onConfirm={() => discard.mutate()}
          >
            {t("pictures.discardHint")}
          </Confirm>
        </>
      )}
      {error && <ProblemView problem={told(error)} />}
    </View>
  );
}

function Failures({ of }: { of: TitleArtwork }) {
  const { t } = useWords();
  if (of.failures.length === 0) return null;
  return (
    <Notice tone="warn">
      {of.failures.map((failure) => (
        <Text key={failure.provider} step="small">
          {t("pictures.failed", { provider: providerWords(failure.provider, t) })}{" "}
          {failureWords(failure)}
        </Text>
      ))}
      <Text step="small" color="muted">
        {t("pictures.failedHint")}
      </Text>
    </Notice>
  );
}
