export { ProfileScreen as default } from "@/features/people/ProfileScreen";
