import CopyIcon from "lucide-react-native/icons/copy";
import { useState } from "react";
import { View } from "react-native";

import { serverBase } from "@/api/base";
import { told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Button, IconButton } from "@/ui/Button";
import { copyText } from "@/ui/clipboard";
import { Dialog } from "@/ui/Dialog";
import { Notice, ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { useAddress, useSetUp, type Sender } from "./queries";

/** Where a service reports: done with one press where it can be told, else an address to copy. */
export function SetUpDialog({ sender, onClose }: { sender: Sender; onClose: () => void }) {
  const { t } = useWords();
  const [base, setBase] = useState(serverBase);
  const setUp = useSetUp(sender.connection_id, () =>
    toast(t("deliveries.isSetUp", { name: sender.name })),
  );
  const tell = () => setUp.mutate(base.trim(), { onSuccess: onClose });
  const isAddress = /^https?:\/\/\S+$/.test(base.trim());
  return (
    <Dialog
      title={t("deliveries.setUpOne", { name: sender.name })}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button tone="quiet" label={t("common.close")} onPress={onClose} />
          {sender.can_be_told && (
            <Button
              tone="primary"
              label={t("deliveries.tell", { name: sender.name })}
              busy={setUp.isPending}
              disabled={!isAddress}
              onPress={tell}
            />
          )}
        </>
      }
    >
      <Field
        label={t("deliveries.reach", { name: sender.name })}
        help={t("deliveries.reachHint", { name: sender.name })}
      >
        <Input mono inputMode="url" value={base} onChangeText={setBase} maxLength={500} />
      </Field>
      {setUp.error && <ProblemView problem={told(setUp.error)} />}
      <ByHand sender={sender} base={base} />
    </Dialog>
  );
}

/** The exact address, shown when it is asked for: it ends in a secret. */
function ByHand({ sender, base }: { sender: Sender; base: string }) {
  const { t } = useWords();
  const address = useAddress(sender.connection_id);
  const url = address.data && base.trim().replace(/\/+$/, "") + address.data;
  const copy = async () => {
    await copyText(url ?? "");
    toast(t("deliveries.copied"));
  };
  return (
    <View style={{ gap: space.sm }}>
      <Text step="small" weight="medium">
        {t("deliveries.byHand")}
      </Text>
      <Text step="small" color="muted">
        {t(`deliveries.where.${sender.kind as "radarr"}`)}
      </Text>
      {url ? (
        <>
          <View style={{ flexDirection: "row", alignItems: "center", gap: space.sm }}>
            <Text mono step="small" selectable style={{ flex: 1 }}>
              {url}
            </Text>
            <IconButton
              label={t("deliveries.copyAddress")}
              icon={CopyIcon}
              onPress={() => void copy()}
            />
          </View>
          <Notice tone="warn">{t("deliveries.secret")}</Notice>
        </>
      ) : (
        <View style={{ alignItems: "flex-start" }}>
          <Button
            label={t("deliveries.showAddress")}
            busy={address.isPending}
            onPress={() => address.mutate(false)}
          />
        </View>
      )}
      {address.error && <ProblemView problem={told(address.error)} />}
    </View>
  );
}
