import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";

export type Section = Schemas["SettingsDocument"];
export type SettingsList = Schemas["SettingsList"];

export function useSettings() {
  return useQuery({
    queryKey: ["settings"],
    queryFn: ({ signal }) => take(api.GET("/api/v1/settings", { signal })),
  });
}

export function useSettingsHistory() {
  return useQuery({
    queryKey: ["settings", "history"],
    queryFn: ({ signal }) =>
      take(api.GET("/api/v1/settings/history", { params: { query: { limit: 30 } }, signal })),
  });
}

export function useSaveSection(section: Section, onSaved?: () => void) {
  const queries = useQueryClient();
  const onSettled = () => void queries.invalidateQueries({ queryKey: ["settings"] });
  const onSuccess = (saved: Section) =>
    queries.setQueryData<SettingsList>(
      ["settings"],
      (list) =>
        list && {
          ...list,
          settings: list.settings.map((each) => (each.name === saved.name ? saved : each)),
        },
    );
  const params = { path: { name: section.name } };
  const save = useMutation({
    meta: { isToldInPlace: true },
    mutationFn: (values: Record<string, unknown>) =>
      take(
        api.PATCH("/api/v1/settings/{name}", {
          params,
          body: { values: values as never, version: section.version },
        }),
      ),
    onSuccess: (saved) => {
      onSuccess(saved);
      onSaved?.();
    },
    onSettled,
  });
  const reset = useMutation({
    mutationFn: () =>
      take(
        api.POST("/api/v1/settings/{name}/reset", {
          params,
          body: { version: section.version },
        }),
      ),
    onSuccess,
    onSettled,
  });
  return { save, reset };
}
