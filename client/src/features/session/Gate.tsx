import { useQueryClient } from "@tanstack/react-query";
import { Redirect } from "expo-router";
import { useEffect } from "react";

import { followNews } from "@/api/live";
import { useSession } from "@/api/session";
import { Frame } from "@/features/frame/Frame";

import { SignInScreen } from "./SignInScreen";

/** Lets in who is signed in, and follows the news for them; asks everybody else who they are. */
export function Gate() {
  const session = useSession();
  const queries = useQueryClient();
  const isSignedIn = session.state === "signed-in";
  useEffect(() => (isSignedIn ? followNews(queries) : undefined), [isSignedIn, queries]);
  if (session.state === "signed-in") return <Frame />;
  if (session.state === "unknown") return null;
  return session.isSetupNeeded ? (
    <Redirect href="/setup" />
  ) : (
    <SignInScreen isDemo={session.isDemo} />
  );
}
