export { Gate as default } from "@/features/session/Gate";
