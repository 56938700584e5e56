import WholeIcon from "lucide-react-native/icons/external-link";
import { useState, type ReactNode } from "react";
import { Linking, useWindowDimensions, View } from "react-native";

import { candidateUrl, imageUrl } from "@/api/client";
import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Notice, ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { usePick, useReject, type Candidate, type TypeArtwork } from "./queries";
import { ScoreParts } from "./ScoreParts";
import { Shown } from "./Shown";
import { providerWords, shapeOf, typeWords } from "./words";

const MOST = 3;
const LONGEST = 200;
/** Pictures that are narrower than this are compared side by side on a phone as well. */
const SIDE_BY_SIDE = 1.2;
/** A part of the window, so that the scores beneath the pictures can be compared as well. */
const HIGHEST = 0.4;

/** A candidate beside what the title has now: with its score, to be taken or rejected. */
export function CandidateDialog({
  titleId,
  of,
  candidate,
  onClose,
}: {
  titleId: string;
  of: TypeArtwork;
  candidate: Candidate;
  onClose: () => void;
}) {
  const { t } = useWords();
  const may = useMay("operator");
  const isWide = useIsWide();
  const pick = usePick(titleId, () => toast(t("pictures.taken")));
  const [number, setNumber] = useState(0);
  const [isRejecting, setRejecting] = useState(false);
  const current = of.selected.find((each) => each.number === number);
  const take = () =>
    pick.mutate(
      { place: { type: of.type, number }, body: { candidate_id: candidate.id } },
      { onSuccess: onClose },
    );
  return (
    <Dialog
      title={t("pictures.compare", { type: typeWords(of.type, t) })}
      isOpen
      onClose={onClose}
      width={880}
      foot={
        may && (
          <>
            <Button
              tone="danger"
              label={t("pictures.reject")}
              onPress={() => setRejecting(!isRejecting)}
            />
            <Button
              tone="primary"
              label={t("pictures.useThis")}
              busy={pick.isPending}
              disabled={candidate.number === number}
              onPress={take}
            />
          </>
        )
      }
    >
      {candidate.fault && (
        <Notice tone="warn">{t(`pictures.fault_${candidate.fault as "broken"}`)}</Notice>
      )}
      {isRejecting && <Rejecting titleId={titleId} candidate={candidate} onClose={onClose} />}
      {pick.error && <ProblemView problem={told(pick.error)} />}
      {of.selected.length > 0 && of.wanted > 1 && (
        <Select
          label={t("pictures.place")}
          value={String(number)}
          choices={Array.from({ length: Math.min(MOST, of.selected.length + 1) }, (_, at) => ({
            key: String(at),
            label: t("pictures.placeNumber", { number: at + 1 }),
          }))}
          onChange={(at) => setNumber(Number(at))}
        />
      )}
      <View
        style={{
          flexDirection: isWide || shapeOf(of.type) < SIDE_BY_SIDE ? "row" : "column",
          gap: isWide ? space.xl : space.md,
        }}
      >
        <Side label={t("pictures.thisOne")} of={of} uri={candidateUrl(candidate.id, "medium")}>
          <Facts provider={candidate.provider} width={candidate.width} height={candidate.height} />
          <ScoreParts score={candidate.score} />
          {candidate.url.startsWith("http") && (
            <View style={{ alignSelf: "flex-start" }}>
              <Button
                icon={WholeIcon}
                label={t("pictures.whole")}
                onPress={() => void Linking.openURL(candidate.url)}
              />
            </View>
          )}
        </Side>
        <Side
          label={t("pictures.now")}
          of={of}
          uri={current ? imageUrl(current.sha256, "medium") : null}
        >
          {current ? (
            <Facts
              provider={current.provider}
              width={current.width}
              height={current.height}
              bytes={current.size_bytes}
            />
          ) : (
            <Text color="muted">{t("pictures.noneYet")}</Text>
          )}
          {current && typeof current.said === "object" && "parts" in (current.said as object) && (
            <ScoreParts score={current.said as Candidate["score"]} />
          )}
        </Side>
      </View>
    </Dialog>
  );
}

function Side({
  label,
  of,
  uri,
  children,
}: {
  label: string;
  of: TypeArtwork;
  uri: string | null;
  children: ReactNode;
}) {
  const window = useWindowDimensions();
  return (
    <View style={{ flex: 1, minWidth: 0, gap: space.md }}>
      <Text step="small" weight="medium" color="muted">
        {label}
      </Text>
      <View style={{ maxWidth: window.height * HIGHEST * shapeOf(of.type) }}>
        <Shown uri={uri} type={of.type} alt={label} />
      </View>
      {children}
    </View>
  );
}

function Facts({
  provider,
  width,
  height,
  bytes,
}: {
  provider: string;
  width: number | null;
  height: number | null;
  bytes?: number;
}) {
  const { t } = useWords();
  const format = useFormat();
  const facts = [
    providerWords(provider, t),
    width && height ? `${width}\u00a0×\u00a0${height}` : null,
    bytes === undefined ? null : format.bytes(bytes),
  ];
  return (
    <Text step="small" color="muted" tabular>
      {facts.filter(Boolean).join(" · ")}
    </Text>
  );
}

function Rejecting({
  titleId,
  candidate,
  onClose,
}: {
  titleId: string;
  candidate: Candidate;
  onClose: () => void;
}) {
  const { t } = useWords();
  const reject = useReject(titleId, () => toast(t("pictures.rejected")));
  const [reason, setReason] = useState("");
  const send = () =>
    reject.mutate({ id: candidate.id, reason: reason.trim() }, { onSuccess: onClose });
  return (
    <Notice tone="bad">
      <Field label={t("pictures.whyReject")} help={t("pictures.rejectHint")}>
        <Input
          value={reason}
          maxLength={LONGEST}
          autoFocus
          placeholder={t("pictures.rejectExample")}
          onChangeText={setReason}
          onSubmitEditing={() => reason.trim() && send()}
        />
      </Field>
      {reject.error && <ProblemView problem={told(reject.error)} />}
      <View style={{ alignSelf: "flex-start", marginTop: space.sm }}>
        <Button
          tone="danger"
          label={t("pictures.rejectIt")}
          busy={reject.isPending}
          disabled={!reason.trim()}
          onPress={send}
        />
      </View>
    </Notice>
  );
}
