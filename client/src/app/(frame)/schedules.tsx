export { SchedulesScreen as default } from "@/features/schedules/SchedulesScreen";
