import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { TextInput } from "react-native";
import { Platform, ScrollView, View } from "react-native";

import { told } from "@/api/problem";
import { askWho, signIn } from "@/api/session";
import { useWords } from "@/i18n/words";
import { usePreferences } from "@/state/preferences";
import { Button } from "@/ui/Button";
import { Notice, ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Logo } from "@/ui/Logo";
import { Heading } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, space } from "@/ui/tokens";

import { LookChoices } from "./LookChoices";

const DEMO = "demo";

/** Lets somebody in; in a demo the name and password of everybody stand there already. */
export function SignInScreen({ isDemo }: { isDemo: boolean }) {
  const styles = useStyles();
  const { t } = useWords();
  const { server, prefer } = usePreferences();
  const [name, setName] = useState(isDemo ? DEMO : "");
  const [password, setPassword] = useState(isDemo ? DEMO : "");
  const second = useRef<TextInput>(null);
  const enter = useMutation({
    meta: { isToldInPlace: true },
    mutationFn: () => signIn(name.trim(), password),
  });
  const isReady = name.trim() !== "" && password !== "" && !enter.isPending;
  return (
    <ScrollView role="main" contentContainerStyle={styles.whole}>
      <View style={styles.box}>
        <Logo withName pixels={36} />
        <Heading level={1} step="title">
          {t("signIn.title")}
        </Heading>
        {isDemo && <Notice>{t("signIn.demo")}</Notice>}
        {Platform.OS !== "web" && (
          <Field label={t("signIn.server")} help={t("signIn.serverHint")}>
            <Input
              value={server}
              onChangeText={(address) => prefer({ server: address.trim() })}
              onBlur={() => void askWho().catch(() => undefined)} // what is wrong is told on entering
              inputMode="url"
              placeholder="http://192.168.1.10:9393"
            />
          </Field>
        )}
        <Field label={t("signIn.name")}>
          <Input
            value={name}
            onChangeText={setName}
            autoComplete="username"
            returnKeyType="next"
            onSubmitEditing={() => second.current?.focus()}
          />
        </Field>
        <Field label={t("signIn.password")}>
          <Input
            ref={second}
            value={password}
            onChangeText={setPassword}
            secureTextEntry
            autoComplete="current-password"
            onSubmitEditing={() => isReady && enter.mutate()}
          />
        </Field>
        {enter.error && <ProblemView problem={told(enter.error)} />}
        <Button
          tone="primary"
          label={t("signIn.enter")}
          busy={enter.isPending}
          disabled={!isReady}
          onPress={() => enter.mutate()}
        />
        <LookChoices />
      </View>
    </ScrollView>
  );
}

const useStyles = makeStyles((colors) => ({
  whole: { flexGrow: 1, alignItems: "center", justifyContent: "center", padding: space.lg },
  box: {
    width: "100%",
    maxWidth: 420,
    gap: space.lg,
    padding: space.xxl,
    borderRadius: radius.sheet,
    borderWidth: 1,
    borderColor: colors.line,
    backgroundColor: colors.surface,
  },
}));
