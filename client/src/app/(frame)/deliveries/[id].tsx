export { DeliveryScreen as default } from "@/screens";
