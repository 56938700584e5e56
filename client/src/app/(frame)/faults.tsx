export { FaultsScreen as default } from "@/screens";
