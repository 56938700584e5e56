import PlusIcon from "lucide-react-native/icons/plus";
import TrashIcon from "lucide-react-native/icons/trash";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useSession } from "@/api/session";
import { NewPassword } from "@/features/session/NewPassword";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button, IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Confirm } from "@/ui/Confirm";
import { Dialog } from "@/ui/Dialog";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Page } from "@/ui/Page";
import { Row, Rows } from "@/ui/Rows";
import { Select } from "@/ui/Select";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import {
  useAddUser,
  useChangeRole,
  useRemoveUser,
  useUsers,
  type Role,
  type User,
} from "./queries";

const ROLES: readonly Role[] = ["guest", "viewer", "operator", "admin"];

function useRoleChoices() {
  const { t } = useWords();
  return ROLES.map((key) => ({ key, label: t(`roles.${key}`), detail: t(`roles.${key}Hint`) }));
}

/** Everybody who may sign in, and what they may do. */
export function UsersScreen() {
  const { t } = useWords();
  const format = useFormat();
  const users = useUsers();
  const me = useSession((session) => session.caller?.user_id);
  const change = useChangeRole();
  const remove = useRemoveUser();
  const roles = useRoleChoices();
  const [isAdding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<User | null>(null);
  const problem = users.error ?? change.error ?? remove.error;
  return (
    <Page
      title={t("users.title")}
      count={users.data && format.number(users.data.length)}
      back="/settings"
      narrow
      actions={
        <Button
          tone="primary"
          icon={PlusIcon}
          label={t("users.add")}
          onPress={() => setAdding(true)}
        />
      }
    >
      {problem && <ProblemView problem={told(problem)} />}
      <Card flush>
        {users.isPending && <Skeleton height={120} />}
        <Rows>
          {users.data?.map((user) => (
            <Row
              key={user.id}
              title={user.id === me ? t("users.you", { name: user.name }) : user.name}
              detail={t("users.since", { when: format.date(user.created_at) })}
              after={
                <View
                  style={{
                    flexDirection: "row",
                    alignItems: "center",
                    gap: space.sm,
                  }}
                >
                  <Select
                    label={t("users.roleOf", { name: user.name })}
                    choices={roles}
                    value={user.role}
                    onChange={(role) => change.mutate({ id: user.id, role })}
                  />
                  <IconButton
                    label={t("users.remove", { name: user.name })}
                    icon={TrashIcon}
                    disabled={user.id === me}
                    onPress={() => setLeaving(user)}
                  />
                </View>
              }
            />
          ))}
        </Rows>
      </Card>
      <AddUser isOpen={isAdding} onClose={() => setAdding(false)} />
      <Confirm
        title={t("users.remove", { name: leaving?.name ?? "" })}
        doIt={t("common.remove")}
        isOpen={leaving !== null}
        onClose={() => setLeaving(null)}
        onConfirm={() => leaving && remove.mutate(leaving.id)}
      >
        {t("users.removeHint")}
      </Confirm>
    </Page>
  );
}

function AddUser({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useWords();
  const roles = useRoleChoices();
  const add = useAddUser((user) => toast(t("users.added", { name: user.name })));
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [role, setRole] = useState<Role>("viewer");
  const save = () =>
    add.mutate(
      { name: name.trim(), password, role },
      {
        onSuccess: () => {
          setName("");
          setPassword("");
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t("users.add")}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button
            tone="primary"
            label={t("users.add")}
            busy={add.isPending}
            disabled={!name.trim() || !password}
            onPress={save}
          />
        </>
      }
    >
      <Field label={t("signIn.name")}>
        <Input value={name} onChangeText={setName} maxLength={64} autoComplete="off" />
      </Field>
      <NewPassword label={t("signIn.password")} value={password} onChange={setPassword} />
      <Field label={t("users.role")} help={t(`roles.${role}Hint`)}>
        <Select label={t("users.role")} choices={roles} value={role} onChange={setRole} />
      </Field>
      {add.error && <ProblemView problem={told(add.error)} />}
    </Dialog>
  );
}
