export { LogsScreen as default } from "@/screens";
