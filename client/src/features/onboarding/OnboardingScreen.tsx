import { Redirect } from "expo-router";
import { useEffect, useRef, useState } from "react";
import { ScrollView, View } from "react-native";

import { told } from "@/api/problem";
import { useMay, useSession } from "@/api/session";
import { LookChoices } from "@/features/session/LookChoices";
import { useWords } from "@/i18n/words";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Logo } from "@/ui/Logo";
import { Heading, Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, space } from "@/ui/tokens";

import { AccountStep } from "./AccountStep";
import { ConnectionsStep } from "./ConnectionsStep";
import { LibrariesStep } from "./LibrariesStep";
import { PreferencesStep } from "./PreferencesStep";
import { STEPS, useOnboarding, type StepName } from "./queries";
import { RunStep } from "./RunStep";
import { StepBar } from "./StepBar";

const AFTER_ACCOUNT = {
  libraries: LibrariesStep,
  connections: ConnectionsStep,
  preferences: PreferencesStep,
  first_run: RunStep,
};

/**
 * From nothing to a published library, one step after the other.
 *
 * What is settled is kept on the server, so whoever comes back goes on where they were; a step that
 * was settled can be looked at again.
 */
export function OnboardingScreen() {
  const session = useSession();
  const isAdmin = useMay("admin");
  const onboarding = useOnboarding(isAdmin);
  const [revisited, setRevisited] = useState<StepName | null>(null);
  if (session.state === "signed-out" && !session.isSetupNeeded) return <Redirect href="/" />;
  if (session.state !== "signed-in") {
    return (
      <Stage step="account" reached="account">
        <AccountStep />
      </Stage>
    );
  }
  if (!isAdmin) return <Redirect href="/" />;
  if (!onboarding.data) {
    return (
      <Stage step="libraries" reached="libraries">
        {onboarding.error ? (
          <ProblemView problem={told(onboarding.error)} onRetry={() => void onboarding.refetch()} />
        ) : (
          <Skeleton height={240} />
        )}
      </Stage>
    );
  }
  const reached = onboarding.data.step ?? "first_run";
  const step = revisited ?? (onboarding.data.step === null ? "libraries" : reached);
  const Step = AFTER_ACCOUNT[step === "account" ? "libraries" : step];
  return (
    <Stage step={step} reached={reached} onStep={setRevisited}>
      <Step
        onSettled={() => setRevisited(onboarding.data.step === null ? following(step) : null)}
      />
    </Stage>
  );
}

/** Who has finished once and looks again goes on to the next step, and not back to the first. */
const following = (step: StepName): StepName | null => STEPS[STEPS.indexOf(step) + 1] ?? null;

function Stage({
  step,
  reached,
  onStep,
  children,
}: {
  step: StepName;
  reached: StepName;
  onStep?: (step: StepName) => void;
  children: React.ReactNode;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const head = useRef<View>(null);
  const scroller = useRef<ScrollView>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    scroller.current?.scrollTo({ y: 0, animated: false });
    head.current?.focus(); // so that a screen reader says where one is, and Tab goes on from there
  }, [step]);
  return (
    <ScrollView ref={scroller} role="main" contentContainerStyle={styles.whole}>
      <View style={styles.box}>
        <View style={styles.head}>
          <Logo withName pixels={32} />
          <LookChoices />
        </View>
        <StepBar step={step} reached={reached} onStep={onStep} />
        <View ref={head} tabIndex={-1} style={{ gap: space.xs }}>
          <Heading level={1} step="title">
            {t(`firstRun.${step}`)}
          </Heading>
          <Text color="muted">{t(`firstRun.${step}Hint`)}</Text>
        </View>
        {children}
      </View>
    </ScrollView>
  );
}

const useStyles = makeStyles((colors) => ({
  whole: { flexGrow: 1, alignItems: "center", justifyContent: "center", padding: space.lg },
  box: {
    width: "100%",
    maxWidth: 720,
    gap: space.xl,
    padding: space.xl,
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
}));
