import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import type { Automation } from "@/features/library/LibraryAutomation";
import type { Library } from "@/features/library/queries";

export type Onboarding = Schemas["OnboardingDocument"];
export type StepName = Onboarding["steps"][number]["name"];
export type Outcome = Schemas["Settlement"]["outcome"];
export type Place = Schemas["FoundService"];
export type Manager = Schemas["ManagerDocument"];
export type Root = Schemas["RootDocument"];

export const STEPS: readonly StepName[] = [
  "account",
  "libraries",
  "connections",
  "preferences",
  "first_run",
];
const KEY = ["onboarding"];

/** How far somebody has come; only an admin may ask. */
export function useOnboarding(isAdmin: boolean) {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => take(api.GET("/api/v1/onboarding", { signal })),
    enabled: isAdmin,
  });
}

export const settle = (step: StepName, outcome: Outcome): Promise<Onboarding> =>
  take(
    api.PUT("/api/v1/onboarding/steps/{step}", { params: { path: { step } }, body: { outcome } }),
  );

/** Notes that a step is done, or skipped. */
export function useSettle() {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: ({ step, outcome }: { step: StepName; outcome: Outcome }) => settle(step, outcome),
    onSuccess: (now) => queries.setQueryData(KEY, now),
  });
}

/** Looks for services at their usual addresses, for a few seconds. */
export function useDiscovery() {
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: async () => (await take(api.POST("/api/v1/connections/discover"))).services,
  });
}

/** Lets every library do so much by itself. */
export function useAutomate() {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: ({
      libraries,
      automation,
    }: {
      libraries: readonly Library[];
      automation: Automation;
    }) =>
      Promise.all(
        libraries.map(({ id }) =>
          take(
            api.PATCH("/api/v1/libraries/{library_id}", {
              params: { path: { library_id: id } },
              body: { ...automation, add_folders: [], remove_folders: [] },
            }),
          ),
        ),
      ),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["libraries"] }),
  });
}

/** Where the folders of download managers lead to here; asked again whenever that may have changed. */
export function useRoots(isAsked: boolean) {
  return useQuery({
    queryKey: ["connections", "roots"],
    queryFn: async ({ signal }) =>
      (await take(api.POST("/api/v1/onboarding/roots", { signal }))).managers,
    enabled: isAsked,
  });
}
