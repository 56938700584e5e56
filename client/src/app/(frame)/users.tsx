export { UsersScreen as default } from "@/features/people/UsersScreen";
