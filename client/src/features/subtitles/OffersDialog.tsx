import { useState } from "react";

import { told } from "@/api/problem";
import { refusalSaid } from "@/features/changes/words";
import { useFormat } from "@/i18n/format";
import { useTongues } from "@/i18n/tongues";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Combobox } from "@/ui/Combobox";
import { Dialog } from "@/ui/Dialog";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";

import { useFetch, useOffers, type Offer, type SubtitledFile } from "./queries";

/** What services have in a language, and one of them beside the film. */
export function OffersDialog({
  titleId,
  file,
  onClose,
}: {
  titleId: string;
  file: SubtitledFile;
  onClose: () => void;
}) {
  const { t } = useWords();
  const tongues = useTongues();
  const [language, setLanguage] = useState("");
  const found = useOffers(titleId, language ? [language] : []);
  const fetch = useFetch(titleId, file.file_id, (names) => {
    toast(t("subtitles.written", { names: names.join(", ") }));
    onClose();
  });
  const problem = fetch.error ?? found.error;
  return (
    <Dialog
      title={t("subtitles.search")}
      isOpen
      onClose={onClose}
      width={640}
      foot={<Button tone="quiet" label={t("common.close")} onPress={onClose} />}
    >
      <Field label={t("track.language")}>
        <Combobox
          label={t("track.language")}
          value={language}
          onChange={setLanguage}
          choices={[{ key: "", label: t("subtitles.asSet") }, ...tongues]}
        />
      </Field>
      {problem && <ProblemView problem={told(problem)} />}
      {found.isFetching && <Skeleton height={60} />}
      {found.data?.failures.map((failure) => (
        <ProblemView key={failure.provider} problem={refusalSaid(failure.problem)} />
      ))}
      {found.data?.offers.length === 0 && <Text color="muted">{t("subtitles.noOffers")}</Text>}
      <Rows>
        {found.data?.offers.map((offer) => (
          <OfferRow
            key={`${offer.connection_id}${offer.offer_id}`}
            offer={offer}
            isBusy={fetch.isPending}
            onTake={() => fetch.mutate(offer)}
          />
        ))}
      </Rows>
    </Dialog>
  );
}

function OfferRow({
  offer,
  isBusy,
  onTake,
}: {
  offer: Offer;
  isBusy: boolean;
  onTake: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const count = offer.downloads ?? 0;
  const signs = [
    offer.is_forced && t("track.forced"),
    offer.is_hearing_impaired && t("track.hearing"),
    offer.is_machine_made && t("subtitles.machineMade"),
    offer.is_trusted && t("subtitles.trusted"),
    t("subtitles.taken", { count, shown: format.number(count) }),
  ].filter(Boolean);
  return (
    <Row
      title={offer.release ?? offer.offer_id}
      detail={[format.tongueAlone(offer.language), ...signs].join(" · ")}
      after={<Button label={t("subtitles.take")} disabled={isBusy} onPress={onTake} />}
    />
  );
}
