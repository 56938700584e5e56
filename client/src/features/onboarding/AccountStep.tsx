import { useMutation } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Platform, View } from "react-native";

import { told } from "@/api/problem";
import { setUp } from "@/api/session";
import { NewPassword } from "@/features/session/NewPassword";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { space } from "@/ui/tokens";

import { settle } from "./queries";

const ROUTER_IS_DONE = 100;

/** The token that the link carries in its hash; it is taken away, so that no history keeps it. */
function useGivenToken(): string {
  const [token] = useState(() => {
    if (Platform.OS !== "web") return "";
    return new URLSearchParams(window.location.hash.slice(1)).get("token") ?? "";
  });
  useEffect(() => {
    if (token === "") return;
    // Later: the router writes the address that it found once more when all is there.
    const clear = () =>
      window.history.replaceState(window.history.state, "", window.location.pathname);
    const timer = setTimeout(clear, ROUTER_IS_DONE);
    return () => clearTimeout(timer);
  }, [token]);
  return token;
}

/** Makes the first admin, and notes that somebody has begun. */
export function AccountStep() {
  const { t } = useWords();
  const given = useGivenToken();
  const [token, setToken] = useState(given);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const make = useMutation({
    meta: { isToldInPlace: true },
    mutationFn: async () => {
      await setUp(token.trim(), name.trim(), password);
      await settle("account", "done");
    },
  });
  return (
    <View style={{ gap: space.lg }}>
      {given === "" && (
        <Field label={t("firstRun.token")} help={t("firstRun.tokenHint")}>
          <Input mono value={token} onChangeText={setToken} />
        </Field>
      )}
      <Field label={t("signIn.name")} help={t("firstRun.nameHint")}>
        <Input value={name} onChangeText={setName} autoComplete="username" maxLength={64} />
      </Field>
      <NewPassword
        label={t("signIn.password")}
        value={password}
        onChange={setPassword}
        onSubmit={() => make.mutate()}
      />
      {make.error && <ProblemView problem={told(make.error)} />}
      <Button
        tone="primary"
        label={t("firstRun.makeAccount")}
        busy={make.isPending}
        disabled={!token.trim() || !name.trim() || !password}
        onPress={() => make.mutate()}
      />
    </View>
  );
}
