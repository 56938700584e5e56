import { useRouter } from "expo-router";
import { useState } from "react";

import { asProblem, told } from "@/api/problem";
import { LikelyWorks } from "@/features/metadata/LikelyWorks";
import { useLikelyWorks } from "@/features/metadata/queries";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";

import { hasOwnIds, readIds, useIdentify, type TypedIds } from "./identify";
import type { TitleDetail } from "./queries";

const KINDS = { tmdb: "TMDB", tvdb: "TheTVDB", imdb: "IMDb" } as const;
const EXAMPLES = { tmdb: "603", tvdb: "121361", imdb: "tt0133093" } as const;

/** Asks which work a title is; ids that another title has lead to that. */
export function Identify({ title, onClose }: { title: TitleDetail; onClose: () => void }) {
  const { t } = useWords();
  const { identify, takeBack } = useIdentify(title.id, (deed) =>
    toast(t(deed, { title: title.title })),
  );
  const [typed, setTyped] = useState<TypedIds>({
    tmdb: title.ids.tmdb?.toString() ?? "",
    tvdb: title.ids.tvdb?.toString() ?? "",
    imdb: title.ids.imdb ?? "",
  });
  const ids = readIds(typed);
  const works = useLikelyWorks(title.id, title.state === "discovered");
  return (
    <Dialog
      title={t("identify.title")}
      isOpen
      onClose={onClose}
      foot={
        <>
          {hasOwnIds(title) && (
            <Button
              tone="quiet"
              label={t("identify.takeBack")}
              busy={takeBack.isPending}
              onPress={() => takeBack.mutate(undefined, { onSuccess: onClose })}
            />
          )}
          <Button
            tone="primary"
            label={t("identify.do")}
            busy={identify.isPending}
            disabled={ids === undefined}
            onPress={() => ids && identify.mutate(ids, { onSuccess: onClose })}
          />
        </>
      }
    >
      {title.state === "discovered" && (
        <LikelyWorks
          titleId={title.id}
          name={title.title}
          works={works.data?.candidates ?? []}
          isSearched={Boolean(works.data?.searched_at)}
          onChosen={onClose}
        />
      )}
      <Text color="muted">{t("identify.hint")}</Text>
      {(Object.keys(KINDS) as (keyof TypedIds)[]).map((kind) => (
        <Field key={kind} label={KINDS[kind]}>
          <Input
            value={typed[kind]}
            placeholder={EXAMPLES[kind]}
            maxLength={200}
            onChangeText={(text) => setTyped({ ...typed, [kind]: text })}
          />
        </Field>
      ))}
      {identify.error && <Refused error={identify.error} onClose={onClose} />}
    </Dialog>
  );
}

function Refused({ error, onClose }: { error: unknown; onClose: () => void }) {
  const { t } = useWords();
  const router = useRouter();
  const { name, title_id } = asProblem(error).document.facts;
  return (
    <ProblemView
      problem={told(error)}
      action={
        title_id === undefined ? undefined : (
          <Button
            label={t("identify.openOther", { title: String(name) })}
            onPress={() => {
              onClose();
              router.push(`/titles/${String(title_id)}` as never);
            }}
          />
        )
      }
    />
  );
}
