import { useState } from "react";
import { View } from "react-native";

import { asProblem, told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Segments } from "@/ui/Tabs";
import { toast } from "@/ui/Toast";

import { useAddChannel, useChangeChannel, type Channel, type ChannelKind } from "./queries";

const KINDS: readonly ChannelKind[] = ["apprise", "webhook", "expo"];
const OF_SERVICE = /^(http\.|notifications\.not_accepted$)/;

/** Adds a channel, or lets one be otherwise; a test is sent over a new address before it is kept. */
export function ChannelDialog({
  channel,
  onClose,
}: {
  channel: Channel | null;
  onClose: () => void;
}) {
  const { t } = useWords();
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? "apprise");
  const [address, setAddress] = useState("");
  const [name, setName] = useState(channel?.name ?? "");
  const saving = useSaving(channel, { kind, address, name }, onClose);
  return (
    <Dialog
      title={
        channel ? t("notifications.changeOne", { name: channel.name }) : t("notifications.add")
      }
      isOpen
      onClose={onClose}
      foot={
        <>
          {saving.error && (
            <View style={{ width: "100%" }}>
              <ProblemView
                problem={told(saving.error)}
                action={
                  OF_SERVICE.test(asProblem(saving.error).key) && (
                    <Button
                      label={t("notifications.saveAnyway")}
                      onPress={() => saving.save(true)}
                    />
                  )
                }
              />
            </View>
          )}
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button
            tone="primary"
            label={t(channel ? "common.save" : "notifications.addAndTest")}
            busy={saving.isPending}
            disabled={channel ? !name.trim() : !address.trim()}
            onPress={() => saving.save(false)}
          />
        </>
      }
    >
      {!channel && (
        <Field label={t("notifications.kindLabel")}>
          <Segments
            label={t("notifications.kindLabel")}
            choices={KINDS.map((key) => ({ key, label: t(`notifications.kind.${key}`) }))}
            value={kind}
            onChange={setKind}
          />
        </Field>
      )}
      <Field label={t("notifications.addressLabel")} help={t(`notifications.address.${kind}`)}>
        <Input
          mono
          value={address}
          placeholder={channel ? t("notifications.kept") : undefined}
          onChangeText={(typed) => {
            saving.reset();
            setAddress(typed);
          }}
          maxLength={2000}
        />
      </Field>
      <Field label={t("notifications.name")} help={t("notifications.nameHint")}>
        <Input value={name} onChangeText={setName} maxLength={100} />
      </Field>
    </Dialog>
  );
}

type Draft = { kind: ChannelKind; address: string; name: string };

/** Saves what is written, and says what hinders it; what does not answer now may be kept anyway. */
function useSaving(channel: Channel | null, draft: Draft, onSaved: () => void) {
  const { t } = useWords();
  const tell = ({ name }: Channel) => toast(t("notifications.saved", { name }));
  const add = useAddChannel(tell);
  const change = useChangeChannel(tell);
  const { error, isPending, reset } = channel ? change : add;
  const address = draft.address.trim();
  const save = (evenIfFailing: boolean) => {
    const name = draft.name.trim() || null;
    const said = { name, even_if_failing: evenIfFailing };
    if (channel) {
      const patch = { ...said, address: address || null };
      change.mutate({ id: channel.id, patch }, { onSuccess: onSaved });
    } else {
      add.mutate({ ...said, kind: draft.kind, address }, { onSuccess: onSaved });
    }
  };
  return { save, error, isPending, reset };
}
