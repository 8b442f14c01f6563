/** Every address of the clinic part, and nothing beside it. */
import { changesRoutes } from "./changes-route.ts";
import { factorRoutes } from "./factor-routes.ts";
import { homeRoutes } from "./home-routes.ts";
import { peopleRoutes } from "./people-routes.ts";
import type { Route } from "./route.ts";
import { signInRoutes } from "./sign-in-routes.ts";
import { staffRoutes } from "./staff-routes.ts";

export const routes: readonly Route[] = [
  ...signInRoutes,
  ...factorRoutes,
  ...staffRoutes,
  ...changesRoutes,
  ...peopleRoutes,
  ...homeRoutes,
];
