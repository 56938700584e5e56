import { Redirect } from "expo-router";

import { useSession } from "@/api/session";
import { Frame } from "@/features/frame/Frame";

import { SignInScreen } from "./SignInScreen";

/** Lets in who is signed in, and asks everybody else who they are. */
export function Gate() {
  const session = useSession();
  if (session.state === "signed-in") return <Frame />;
  if (session.state === "unknown") return null;
  return session.isSetupNeeded ? (
    <Redirect href="/setup" />
  ) : (
    <SignInScreen isDemo={session.isDemo} />
  );
}
