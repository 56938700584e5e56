import WellIcon from "lucide-react-native/icons/circle-check";
import TestIcon from "lucide-react-native/icons/refresh-cw";
import { useState } from "react";
import { View } from "react-native";

import { saidOf, asProblem, told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Notice, ProblemView, Skeleton } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import {
  configOf,
  draftOf,
  isPasted,
  isToldAnew,
  isWhole,
  wholeMappings,
  type Draft,
} from "./draft";
import { KindFields } from "./KindFields";
import { KindPicker } from "./KindPicker";
import { MappingsEditor } from "./MappingsEditor";
import {
  useAddConnection,
  useChangeConnection,
  useKinds,
  useTrial,
  type Connection,
  type Health,
  type Kind,
} from "./queries";
import { useHealthWords } from "./words";

/** A service that is to be connected, and where it was found. */
export type Preset = { kind: string; url?: string };

/** Connects a service, or lets one be told something else; it is tried before it is saved. */
export function ConnectionDialog({
  connection,
  preset,
  onClose,
}: {
  connection: Connection | null;
  preset?: Preset;
  onClose: () => void;
}) {
  const { t } = useWords();
  const kinds = useKinds();
  const [picked, setPicked] = useState<Kind | null>(null);
  const known = connection?.kind ?? preset?.kind;
  const kind = known ? kinds.data?.find(({ name }) => name === known) : picked;
  if (kind) {
    const url = preset?.url;
    return <Form key={kind.name} kind={kind} connection={connection} url={url} onClose={onClose} />;
  }
  if (!known) return <KindPicker onPick={setPicked} onClose={onClose} />;
  return (
    <Dialog title={connection?.name ?? t("connections.add")} isOpen onClose={onClose}>
      {kinds.error ? <ProblemView problem={told(kinds.error)} /> : <Skeleton height={220} />}
    </Dialog>
  );
}

type FormProps = {
  kind: Kind;
  connection: Connection | null;
  url?: string;
  onClose: () => void;
};

function Form({ kind, connection, url, onClose }: FormProps) {
  const { t } = useWords();
  const [draft, setDraft] = useState(() => draftOf(kind, connection, url));
  const trial = useTrial();
  const saving = useSaving(kind, connection, draft, onClose);
  const change = (said: Partial<Draft>) => setDraft((before) => ({ ...before, ...said }));
  const isReady = isWhole(kind, draft, connection);
  const tryIt = (written: Draft) => {
    saving.reset();
    trial.mutate({
      kind: kind.name,
      id: connection?.id ?? null,
      config: configOf(kind, written, connection),
    });
  };
  const tell = (told: Draft["told"]) => {
    const after = { ...draft, told };
    trial.reset();
    saving.reset();
    setDraft(after);
    if (isPasted(kind, draft, after) && isWhole(kind, after, connection)) tryIt(after);
  };
  return (
    <Dialog
      title={
        connection
          ? t("connections.changeOne", { name: connection.name })
          : t("connections.addOne", { kind: kind.title })
      }
      isOpen
      onClose={onClose}
      width={640}
      foot={
        <>
          <View style={{ width: "100%", gap: space.sm }}>
            <Outcome health={trial.data} error={trial.error} kind={kind} />
            {saving.error && (
              <ProblemView
                problem={told(saving.error)}
                action={
                  saving.mayBeLater && (
                    <Button label={t("connections.saveAnyway")} onPress={() => saving.save(true)} />
                  )
                }
              />
            )}
          </View>
          <Button
            icon={TestIcon}
            label={t("connections.test")}
            busy={trial.isPending}
            disabled={!isReady}
            onPress={() => tryIt(draft)}
          />
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button
            tone="primary"
            label={t(connection ? "common.save" : "connections.connect")}
            busy={saving.isPending}
            disabled={!isReady}
            onPress={() => {
              trial.reset();
              saving.save(false);
            }}
          />
        </>
      }
    >
      <KindFields kind={kind} connection={connection} told={draft.told} onChange={tell} />
      <Field label={t("connections.name")} help={t("connections.nameHint")}>
        <Input
          value={draft.name}
          placeholder={kind.title}
          onChangeText={(name) => change({ name })}
          maxLength={100}
        />
      </Field>
      {hasFolders(kind) && (
        <MappingsEditor
          mappings={draft.mappings}
          service={kind.title}
          onChange={(mappings) => change({ mappings })}
        />
      )}
      {kind.attribution && (
        <Text step="tiny" color="muted">
          {kind.attribution}
        </Text>
      )}
    </Dialog>
  );
}

/** Saves what is written, and says what hinders it; a service that is off may be saved all the same. */
function useSaving(kind: Kind, connection: Connection | null, draft: Draft, onSaved: () => void) {
  const { t } = useWords();
  const tell = ({ name }: Connection) => toast(t("connections.saved", { name }));
  const add = useAddConnection(tell);
  const change = useChangeConnection(tell);
  const { error, isPending, reset } = connection ? change : add;
  const name = draft.name.trim() || null;
  const mappings = wholeMappings(draft);
  const config = configOf(kind, draft, connection);
  const save = (evenIfFailing: boolean) => {
    const said = { name, mappings, even_if_failing: evenIfFailing };
    if (!connection) {
      add.mutate({ ...said, kind: kind.name, config, is_enabled: true }, { onSuccess: onSaved });
      return;
    }
    const told = isToldAnew(kind, draft, connection) ? { config } : {};
    change.mutate({ id: connection.id, patch: { ...said, ...told } }, { onSuccess: onSaved });
  };
  const isOfService = /^(http|providers)\./.test(error ? asProblem(error).key : "");
  return { save, error, isPending, reset, mayBeLater: isOfService };
}

/** What a test has found, in words. */
function Outcome({
  health,
  error,
  kind,
}: {
  health: Health | undefined;
  error: Error | null;
  kind: Kind;
}) {
  const words = useHealthWords();
  if (error) return <ProblemView problem={told(error)} />;
  if (!health) return null;
  if (health.problem) return <ProblemView problem={saidOf(health.problem)} />;
  return (
    <Notice tone="good" icon={WellIcon}>
      {words.answers(health, kind.title)}
    </Notice>
  );
}

const ON_DISK = new Set(["player", "download_manager", "media_server"]);

function hasFolders({ abilities }: Kind): boolean {
  return abilities.some((ability) => ON_DISK.has(ability));
}
