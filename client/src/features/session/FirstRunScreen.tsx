import { useMutation } from "@tanstack/react-query";
import { useRouter } from "expo-router";
import { useEffect, useState } from "react";
import { Platform, ScrollView, View } from "react-native";

import { told } from "@/api/problem";
import { setUp, useSession } from "@/api/session";
import { useJob, hasEnded } from "@/features/jobs/queries";
import { counted } from "@/features/jobs/JobRow";
import { errorSaid, useJobWords } from "@/features/jobs/words";
import { AddLibrary } from "@/features/library/AddLibrary";
import { useLibraries } from "@/features/library/queries";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Notice, ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Logo } from "@/ui/Logo";
import { ProgressBar } from "@/ui/Progress";
import { Heading, Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, space } from "@/ui/tokens";

import { LookChoices } from "./LookChoices";
import { NewPassword } from "./NewPassword";

const STEPS = ["account", "library", "scan"] as const;
type Step = (typeof STEPS)[number];

/**
 * From nothing to a library on the screen.
 *
 * Each step is stored on the server when it is done, so whoever comes back goes on where they were:
 * without an account at the first, with one at the second.
 */
export function FirstRunScreen() {
  const styles = useStyles();
  const { t } = useWords();
  const session = useSession();
  const [jobId, setJobId] = useState<string | null>(null);
  const step: Step =
    session.state !== "signed-in" ? "account" : jobId === null ? "library" : "scan";
  const scan = useJob(jobId ?? "");
  const said = step === "scan" && scan.data?.status === "completed" ? "done" : step;
  return (
    <ScrollView role="main" contentContainerStyle={styles.whole}>
      <View style={styles.box}>
        <View style={styles.head}>
          <Logo withName pixels={32} />
          <LookChoices />
        </View>
        <Steps step={step} />
        <View style={{ gap: space.xs }}>
          <Heading level={1} step="title">
            {t(`firstRun.${said}`)}
          </Heading>
          <Text color="muted">{t(`firstRun.${said}Hint`)}</Text>
        </View>
        {step === "account" && <Account />}
        {step === "library" && <LibraryStep onAdded={setJobId} />}
        {jobId !== null && <Scan jobId={jobId} onMore={() => setJobId(null)} />}
      </View>
    </ScrollView>
  );
}

function Steps({ step }: { step: Step }) {
  const styles = useStyles();
  const { t } = useWords();
  const at = STEPS.indexOf(step);
  return (
    <View
      role="img"
      aria-label={t("firstRun.step", { number: at + 1, total: STEPS.length })}
      style={{ flexDirection: "row", gap: 6 }}
    >
      {STEPS.map((each, index) => (
        <View key={each} style={[styles.step, index <= at && styles.stepDone]} />
      ))}
    </View>
  );
}

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

function Account() {
  const { t } = useWords();
  const given = useGivenToken();
  const [token, setToken] = useState(given);
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const make = useMutation({
    meta: { isToldInPlace: true },
    mutationFn: () => setUp(token.trim(), name.trim(), password),
  });
  return (
    <View style={{ gap: space.lg }}>
      {given === "" && (
        <Field label={t("firstRun.token")} help={t("firstRun.tokenHint")}>
          <Input mono value={token} onChangeText={setToken} />
        </Field>
      )}
      <Field label={t("signIn.name")}>
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

function LibraryStep({ onAdded }: { onAdded: (jobId: string) => void }) {
  const { t } = useWords();
  const router = useRouter();
  const libraries = useLibraries();
  const known = libraries.data ?? [];
  return (
    <View style={{ gap: space.lg }}>
      {known.length > 0 && (
        <Notice
          tone="good"
          action={
            <Button
              label={t("firstRun.toDashboard")}
              onPress={() => router.replace("/" as never)}
            />
          }
        >
          {t("firstRun.known", { names: known.map(({ name }) => name).join(", ") })}
        </Notice>
      )}
      <AddLibrary onAdded={onAdded} />
      {known.length === 0 && (
        <Button
          tone="quiet"
          label={t("firstRun.later")}
          onPress={() => router.replace("/" as never)}
        />
      )}
    </View>
  );
}

function Scan({ jobId, onMore }: { jobId: string; onMore: () => void }) {
  const { t } = useWords();
  const format = useFormat();
  const router = useRouter();
  const words = useJobWords();
  const job = useJob(jobId);
  if (!job.data && job.error) return <ProblemView problem={told(job.error)} />;
  if (!job.data) return <ProgressBar label={t("firstRun.scan")} percent={null} />;
  const isDone = hasEnded(job.data);
  const titles = Number(job.data.result?.["titles"] ?? 0);
  return (
    <View style={{ gap: space.lg }}>
      <ProgressBar label={words.title(job.data)} percent={isDone ? 100 : job.data.percent} />
      <Text tabular aria-live="polite">
        {isDone
          ? job.data.error
            ? errorSaid(job.data)
            : t("firstRun.found", { count: titles, shown: format.number(titles) })
          : [
              job.data.message ? words.says(job.data.message) : t("jobStatus.queued"),
              counted(job.data, format.number),
            ]
              .filter(Boolean)
              .join(" · ")}
      </Text>
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
        <Button
          tone="primary"
          label={t("firstRun.toLibrary")}
          onPress={() => router.replace("/library" as never)}
        />
        <Button label={t("firstRun.another")} onPress={onMore} />
      </View>
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  whole: { flexGrow: 1, alignItems: "center", justifyContent: "center", padding: space.lg },
  box: {
    width: "100%",
    maxWidth: 640,
    gap: space.xl,
    padding: space.xxl,
    borderRadius: radius.sheet,
    borderWidth: 1,
    borderColor: colors.line,
    backgroundColor: colors.surface,
  },
  head: {
    flexDirection: "row",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: space.sm,
  },
  step: { flex: 1, height: 4, borderRadius: 2, backgroundColor: colors.line },
  stepDone: { backgroundColor: colors.accent },
}));
