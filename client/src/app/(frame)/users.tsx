export { UsersScreen as default } from "@/screens";
