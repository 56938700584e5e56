import SignOutIcon from "lucide-react-native/icons/log-out";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { signOut, useSession } from "@/api/session";
import { useChooseLanguage } from "@/features/session/language";
import { useLookChoices } from "@/features/session/LookChoices";
import { NewPassword } from "@/features/session/NewPassword";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { usePreferences } from "@/state/preferences";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Page } from "@/ui/Page";
import { Row, Rows } from "@/ui/Rows";
import { Select } from "@/ui/Select";
import { Segments } from "@/ui/Tabs";
import { toast } from "@/ui/Toast";

import { deviceName } from "./device";
import { useChangePassword, useEndSession, useSessions } from "./queries";
import { Tokens } from "./Tokens";

/** Oneself: the look, the password, where one is signed in, and tokens for scripts. */
export function ProfileScreen() {
  const { t } = useWords();
  const caller = useSession((session) => session.caller);
  const leave = useMutation({ mutationFn: signOut });
  return (
    <Page
      title={t("profile.title")}
      back="/settings"
      narrow
      actions={
        <Button
          label={t("profile.signOut")}
          icon={SignOutIcon}
          busy={leave.isPending}
          onPress={() => leave.mutate()}
        />
      }
      hint={
        caller
          ? t("profile.signedInAs", {
              name: caller.name,
              role: t(`roles.${caller.role}`),
            })
          : undefined
      }
    >
      <Look />
      <Password />
      <SignedIn />
      <Tokens />
    </Page>
  );
}

function Look() {
  const { t } = useWords();
  const { language, theme, density, prefer } = usePreferences();
  const choose = useChooseLanguage();
  const { languages, themes } = useLookChoices();
  return (
    <Card title={t("look.title")} hint={t("look.hint")}>
      <Field label={t("look.language")} help={t("look.languageHint")}>
        <Select label={t("look.language")} choices={languages} value={language} onChange={choose} />
      </Field>
      <Field label={t("look.theme")}>
        <Segments
          label={t("look.theme")}
          choices={themes}
          value={theme}
          onChange={(value) => prefer({ theme: value })}
        />
      </Field>
      <Field label={t("look.density")}>
        <Segments
          label={t("look.density")}
          choices={(["comfortable", "compact"] as const).map((key) => ({
            key,
            label: t(`look.${key}`),
          }))}
          value={density}
          onChange={(value) => prefer({ density: value })}
        />
      </Field>
    </Card>
  );
}

function Password() {
  const { t } = useWords();
  const change = useChangePassword(() => toast(t("password.changed")));
  const [present, setPresent] = useState("");
  const [password, setPassword] = useState("");
  const save = () =>
    change.mutate(
      { present, password },
      {
        onSuccess: () => {
          setPresent("");
          setPassword("");
        },
      },
    );
  return (
    <Card title={t("password.title")} hint={t("password.othersEnd")}>
      <Field label={t("password.present")}>
        <Input
          value={present}
          onChangeText={setPresent}
          secureTextEntry
          autoComplete="current-password"
        />
      </Field>
      <NewPassword label={t("password.new")} value={password} onChange={setPassword} />
      {change.error && <ProblemView problem={told(change.error)} />}
      <View style={{ alignItems: "flex-start" }}>
        <Button
          label={t("password.change")}
          busy={change.isPending}
          disabled={!present || !password}
          onPress={save}
        />
      </View>
    </Card>
  );
}

function SignedIn() {
  const { t } = useWords();
  const format = useFormat();
  const sessions = useSessions();
  const end = useEndSession();
  return (
    <Card flush title={t("sessions.title")} hint={t("sessions.hint")}>
      {(sessions.error ?? end.error) && <ProblemView problem={told(sessions.error ?? end.error)} />}
      <Rows>
        {sessions.data?.map((session) => (
          <Row
            key={session.id}
            title={deviceName(session.device) || t("sessions.unknown")}
            detail={[session.address, format.since(session.refreshed_at)]
              .filter(Boolean)
              .join(" · ")}
            after={
              session.is_current ? (
                <Badge tone="accent" label={t("sessions.this")} />
              ) : (
                <Button label={t("sessions.end")} onPress={() => end.mutate(session.id)} />
              )
            }
          />
        ))}
      </Rows>
    </Card>
  );
}
