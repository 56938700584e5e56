export { OnboardingScreen as default } from "@/screens";
