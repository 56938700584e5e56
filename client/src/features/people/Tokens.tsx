import CopyIcon from "lucide-react-native/icons/copy";
import PlusIcon from "lucide-react-native/icons/plus";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button, IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { copyText } from "@/ui/clipboard";
import { Dialog } from "@/ui/Dialog";
import { Notice, ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Row, Rows } from "@/ui/Rows";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { useMakeToken, useRevokeToken, useTokens, type Scope } from "./queries";

const SCOPES: readonly Scope[] = ["read", "operate", "admin"];

/** Tokens by which scripts call the API; each is shown once, when it is made. */
export function Tokens() {
  const { t } = useWords();
  const format = useFormat();
  const tokens = useTokens();
  const revoke = useRevokeToken();
  const [isMaking, setMaking] = useState(false);
  return (
    <Card
      flush
      title={t("tokens.title")}
      hint={t("tokens.hint")}
      action={<Button icon={PlusIcon} label={t("tokens.make")} onPress={() => setMaking(true)} />}
    >
      {(tokens.error ?? revoke.error) && (
        <ProblemView problem={told(tokens.error ?? revoke.error)} />
      )}
      {tokens.data?.length === 0 && (
        <Text color="muted" step="small" style={{ padding: space.lg }}>
          {t("tokens.none")}
        </Text>
      )}
      <Rows>
        {tokens.data?.map((token) => (
          <Row
            key={token.id}
            title={token.name}
            detail={[
              token.scopes.map((scope) => t(`scopes.${scope}`)).join(", "),
              t("tokens.until", { when: format.date(token.expires_at) }),
            ].join(" · ")}
            after={
              <Button
                tone="danger"
                label={t("tokens.revoke")}
                onPress={() => revoke.mutate(token.id)}
              />
            }
          />
        ))}
      </Rows>
      <MakeToken isOpen={isMaking} onClose={() => setMaking(false)} />
    </Card>
  );
}

function MakeToken({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useWords();
  const make = useMakeToken();
  const [name, setName] = useState("");
  const [scope, setScope] = useState<Scope>("read");
  const made = make.data?.token;
  const close = () => {
    make.reset();
    setName("");
    onClose();
  };
  const copy = async () => {
    await copyText(made ?? "");
    toast(t("tokens.copied"));
  };
  return (
    <Dialog
      title={t("tokens.make")}
      isOpen={isOpen}
      onClose={close}
      foot={
        made ? (
          <Button tone="primary" label={t("common.close")} onPress={close} />
        ) : (
          <Button
            tone="primary"
            label={t("tokens.make")}
            busy={make.isPending}
            disabled={!name.trim()}
            onPress={() => make.mutate({ name: name.trim(), scopes: [scope], days: 365 })}
          />
        )
      }
    >
      {made ? (
        <>
          <Notice tone="warn">{t("tokens.once")}</Notice>
          <View style={{ flexDirection: "row", alignItems: "center", gap: space.sm }}>
            <Text mono step="small" selectable style={{ flex: 1 }}>
              {made}
            </Text>
            <IconButton label={t("tokens.copy")} icon={CopyIcon} onPress={() => void copy()} />
          </View>
        </>
      ) : (
        <>
          <Field label={t("tokens.name")} help={t("tokens.nameHint")}>
            <Input value={name} onChangeText={setName} maxLength={100} />
          </Field>
          <Field label={t("tokens.scope")} help={t(`scopes.${scope}Hint`)}>
            <Select
              label={t("tokens.scope")}
              choices={SCOPES.map((key) => ({ key, label: t(`scopes.${key}`) }))}
              value={scope}
              onChange={setScope}
            />
          </Field>
        </>
      )}
      {make.error && <ProblemView problem={told(make.error)} />}
    </Dialog>
  );
}
