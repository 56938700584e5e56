import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import { optimistically } from "@/api/queries";

export type Rule = Schemas["RuleDocument"];
export type RuleSent = Schemas["RuleSent"];
export type RuleTrial = Schemas["RuleTrial"];

const KEY = ["audio", "rules"];

export function useRules() {
  return useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await take(api.GET("/api/v1/audio/rules", { signal }))).rules,
  });
}

/** What a rule would do before it is saved; null while it is not one yet. */
export function useRuleTrial(trial: RuleTrial | null) {
  return useInfiniteQuery({
    queryKey: ["audio", "trial", trial],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.POST("/api/v1/audio/rules/preview", {
          params: { query: { after: pageParam, limit: 20 } },
          body: trial as RuleTrial,
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: trial !== null,
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 60_000,
  });
}

function useAfterRules() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ["audio"] });
}

export function useSaveRule(id: string | null, onSaved: (rule: Rule) => void) {
  const onSettled = useAfterRules();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: (rule: RuleSent) =>
      id === null
        ? take(api.POST("/api/v1/audio/rules", { body: rule }))
        : take(
            api.PUT("/api/v1/audio/rules/{rule_id}", {
              params: { path: { rule_id: id } },
              body: rule,
            }),
          ),
    onSuccess: onSaved,
    onSettled,
  });
}

export function useRestoreRule() {
  const onSettled = useAfterRules();
  return useMutation({
    mutationFn: ({ id: _id, changed_at: _at, ...rule }: Rule) =>
      take(api.POST("/api/v1/audio/rules", { body: rule })),
    onSettled,
  });
}

export function useRemoveRule(onRemoved: (rule: Rule) => void) {
  const queries = useQueryClient();
  const onSettled = useAfterRules();
  return useMutation({
    mutationFn: ({ id }: Rule) =>
      take(api.DELETE("/api/v1/audio/rules/{rule_id}", { params: { path: { rule_id: id } } })),
    onMutate: async ({ id }) => ({
      undo: await optimistically<Rule[]>(queries, KEY, (rules) =>
        rules.filter((each) => each.id !== id),
      ),
    }),
    onError: (_error, _rule, context) => context?.undo(),
    onSuccess: (_gone, rule) => onRemoved(rule),
    onSettled,
  });
}

/** Lets the rules be asked in another order; shown at once. */
export function useOrderRules() {
  const queries = useQueryClient();
  const onSettled = useAfterRules();
  return useMutation({
    mutationFn: (rules: readonly Rule[]) =>
      take(api.PUT("/api/v1/audio/rules/order", { body: { ids: rules.map(({ id }) => id) } })),
    onMutate: async (rules) => ({
      undo: await optimistically<Rule[]>(queries, KEY, () => [...rules]),
    }),
    onError: (_error, _rules, context) => context?.undo(),
    onSettled,
  });
}
