import CloseIcon from "lucide-react-native/icons/x";
import { View } from "react-native";

import { imageUrl } from "@/api/client";
import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ProblemView } from "@/ui/Feedback";
import { Text } from "@/ui/Text";
import { Switch } from "@/ui/Toggles";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { AddPicture } from "./AddPicture";
import {
  useLockPictures,
  useRemovePicture,
  type Score,
  type Selected,
  type TypeArtwork,
} from "./queries";
import { ScoreParts } from "./ScoreParts";
import { Shown } from "./Shown";
import { providerWords, typeWords, widthOf } from "./words";

const MOST = 3;

/** What a title has of a type, why, and whether that stays. */
export function ChosenPictures({ titleId, of }: { titleId: string; of: TypeArtwork }) {
  const { t } = useWords();
  const may = useMay("operator");
  const lock = useLockPictures(titleId);
  const isLocked = of.locked_by !== null;
  const next = of.selected.length < Math.max(1, of.wanted) ? of.selected.length : 0;
  return (
    <Card
      title={t("pictures.chosen", { type: typeWords(of.type, t) })}
      hint={isLocked ? t("pictures.lockedBy", { name: of.locked_by }) : t("pictures.byScore")}
      action={
        may && (
          <Switch
            label={t("pictures.lock")}
            value={isLocked}
            onChange={(is_locked) => lock.mutate({ type: of.type, is_locked })}
          />
        )
      }
    >
      {lock.error && <ProblemView problem={told(lock.error)} />}
      {of.selected.length === 0 && (
        <Text color="muted">
          {t(isLocked ? "pictures.noneAndLocked" : of.wanted ? "pictures.noneYet" : "pictures.off")}
        </Text>
      )}
      {of.selected.map((each) => (
        <Chosen key={each.number} titleId={titleId} type={of.type} chosen={each} />
      ))}
      {may && next < MOST && (
        <AddPicture titleId={titleId} place={{ type: of.type, number: next }} />
      )}
    </Card>
  );
}

function Chosen({ titleId, type, chosen }: { titleId: string; type: string; chosen: Selected }) {
  const { t } = useWords();
  const format = useFormat();
  const isWide = useIsWide();
  const may = useMay("operator");
  const remove = useRemovePicture(titleId);
  const facts = [
    providerWords(chosen.provider, t),
    `${chosen.width} × ${chosen.height}`,
    format.bytes(chosen.size_bytes),
  ];
  const score = scoreIn(chosen.said);
  return (
    <View style={{ flexDirection: isWide ? "row" : "column", gap: space.lg }}>
      <View style={{ width: Math.min(300, widthOf(type) * 1.3), maxWidth: "100%" }}>
        <Shown
          uri={imageUrl(chosen.sha256, "medium")}
          type={type}
          alt={t("pictures.chosen", { type: typeWords(type, t) })}
          isChosen
        />
      </View>
      <View style={{ flex: isWide ? 1 : undefined, minWidth: 0, gap: space.sm }}>
        <View style={{ flexDirection: "row", alignItems: "center", gap: space.sm }}>
          <Text step="small" color="muted" tabular style={{ flex: 1 }}>
            {facts.join(" · ")}
          </Text>
          {may && (
            <IconButton
              small
              icon={CloseIcon}
              label={t("pictures.remove")}
              onPress={() => remove.mutate({ type, number: chosen.number })}
            />
          )}
        </View>
        {score ? (
          <ScoreParts score={score} />
        ) : (
          <Text step="small">
            {t(`pictures.how_${howIn(chosen.said) as "picked"}`, {
              name: chosen.chosen_by ?? "",
              when: format.since(chosen.chosen_at),
            })}
          </Text>
        )}
        {remove.error && <ProblemView problem={told(remove.error)} />}
      </View>
    </View>
  );
}

function scoreIn(said: unknown): Score | null {
  return said !== null && typeof said === "object" && "parts" in said ? (said as Score) : null;
}

function howIn(said: unknown): string {
  return said !== null && typeof said === "object" && "key" in said ? String(said.key) : "picked";
}
