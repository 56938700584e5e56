export { ConnectionsScreen as default } from "@/screens";
