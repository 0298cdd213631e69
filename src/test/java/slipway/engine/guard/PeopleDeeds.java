package slipway.engine.guard;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import slipway.engine.SystemScope;

/** What can be done to people and their rights. */
final class PeopleDeeds {

    private PeopleDeeds() {}

    static List<Deed> all() {
        return List.of(
                Deed.java("SaveUserCmd", "change one's own password", (engine, place) -> {
                            var user = SystemScope.call(() -> engine.getIdentityService()
                                    .createUserQuery()
                                    .userId(place.person())
                                    .singleResult());
                            user.setPassword(GuardedModel.PASSWORD);
                            engine.getIdentityService().saveUser(user);
                        })
                        .over(
                                "PUT",
                                "/user/{person}/credentials",
                                "{\"password\":\"" + GuardedModel.PASSWORD + "\",\"authenticatedUserPassword\":\""
                                        + GuardedModel.PASSWORD + "\"}"),
                Deed.java("SaveUserCmd", "add a user", (engine, place) -> {
                            var user = engine.getIdentityService().newUser("temp" + place.turn());
                            user.setPassword(GuardedModel.PASSWORD);
                            engine.getIdentityService().saveUser(user);
                        })
                        .over(
                                "POST",
                                "/user/create",
                                "{\"profile\":{\"id\":\"temp{turn}\"},\"credentials\":{\"password\":\""
                                        + GuardedModel.PASSWORD + "\"}}"),
                Deed.java(
                                "CreateMembershipCmd",
                                "join a group",
                                (engine, place) -> engine.getIdentityService().createMembership(place.person(), "cab"))
                        .over("PUT", "/group/cab/members/{person}", ""),
                Deed.java(
                                "DeleteMembershipCmd",
                                "leave a group",
                                (engine, place) -> engine.getIdentityService().deleteMembership(place.person(), "cab"))
                        .over("DELETE", "/group/cab/members/{person}", ""),
                Deed.java("SaveAuthorizationCmd", "grant oneself a right", (engine, place) -> {
                            Authorization grant = SystemScope.call(() -> engine.getAuthorizationService()
                                    .createNewAuthorization(Authorization.AUTH_TYPE_GRANT));
                            grant.setUserId(place.person());
                            grant.setResource(Resources.TASK);
                            grant.setResourceId("turn-" + place.turn());
                            engine.getAuthorizationService().saveAuthorization(grant);
                        })
                        .over(
                                "POST",
                                "/authorization/create",
                                "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"{person}\",\"groupId\":null,"
                                        + "\"resourceType\":7,\"resourceId\":\"turn-{turn}\"}"));
    }
}
