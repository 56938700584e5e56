export { SchedulesScreen as default } from "@/screens";
