export { DashboardScreen as default } from "@/screens";
