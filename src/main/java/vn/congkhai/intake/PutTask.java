package vn.congkhai.intake;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.congkhai.access.Caller;
import vn.congkhai.catalogue.Catalogue;
import vn.congkhai.content.Check;
import vn.congkhai.content.Rule;
import vn.congkhai.content.Texts;
import vn.congkhai.http.Failure;
import vn.congkhai.indicator.Agency;
import vn.congkhai.indicator.AgencyCode;
import vn.congkhai.indicator.Draft;
import vn.congkhai.indicator.Period;
import vn.congkhai.indicator.PlanCode;
import vn.congkhai.indicator.PlanTask;
import vn.congkhai.indicator.Statement;
import vn.congkhai.indicator.TaskState;

/// `PUT /api/v1/tasks/PLAN/NUMBER`: a lead agency says how far its part of a task is, or the
/// administrator how far the whole is. Recorded in the journal like figures.
final class PutTask implements Handler<RoutingContext> {
  private static final Set<String> FIELDS = Set.of("state", "note", "evidence", "agency");
  private static final int LONGEST_LINK = 500;

  private final Desk desk;
  private final Authentication authentication;
  private final Appending appending;

  PutTask(Desk desk, Authentication authentication, Appending appending) {
    this.desk = desk;
    this.authentication = authentication;
    this.appending = appending;
  }

  @Override
  public void handle(RoutingContext context) {
    appending.handle(context, 200, () -> Future.succeededFuture(draft(context)));
  }

  private Draft draft(RoutingContext context) {
    Caller caller = authentication.sender(context);
    PlanTask task = task(context.pathParam("plan"), context.pathParam("number"));
    if (caller instanceof Caller.OfAgency own && !leads(own.agency(), task)) {
      throw new Failure(
          Failure.Kind.FORBIDDEN,
          "Chỉ cơ quan chủ trì hoặc quản trị viên được ghi trạng thái nhiệm vụ này.",
          "Only an agency that leads this task, or the administrator, may set its state.");
    }
    Appending.requireType(context, "application/json", "JSON");
    SmallBody body = SmallBody.read(context, FIELDS);
    TaskState state = state(body);
    String note = body.optional("note", Check.LONGEST_NOTE);
    String evidence = body.link("evidence", LONGEST_LINK);
    AgencyCode agency = agency(body, caller, task);
    if (state == null || !body.problems().isEmpty()) {
      throw Reception.refused(body.problems());
    }
    Statement statement = new Statement.OfTask(task.id(), state, evidence);
    return new Draft(agency, caller.id(), note, List.of(), List.of(statement));
  }

  private PlanTask task(@Nullable String plan, @Nullable String number) {
    PlanTask task =
        plan == null || number == null || !PlanCode.wellFormed(plan)
            ? null
            : desk.catalogue().task(new PlanTask.Id(new PlanCode(plan), number));
    if (task == null) {
      throw new Failure(
          Failure.Kind.NOT_FOUND,
          "Không có kế hoạch hoặc nhiệm vụ này.",
          "There is no such plan or task.");
    }
    return task;
  }

  private boolean leads(AgencyCode code, PlanTask task) {
    LocalDate today = LocalDate.ofInstant(desk.clock().instant(), Period.ZONE);
    LocalDate day = Catalogue.judgingDay(desk.catalogue().year(), today);
    Agency agency = desk.catalogue().agency(code.value());
    return agency != null && agency.validity().on(day) && task.leads().include(agency);
  }

  private static @Nullable TaskState state(SmallBody body) {
    String code = body.required("state");
    TaskState state = code == null ? null : TaskState.of(code);
    if (code != null && state == null) {
      body.report(Rule.UNKNOWN_STATE.at("/state"));
    }
    return state;
  }

  /// Whose word it is: the caller's, or that of the agency the administrator names, or else the
  /// province's on the whole task.
  private AgencyCode agency(SmallBody body, Caller caller, PlanTask task) {
    AgencyCode usual =
        caller instanceof Caller.OfAgency own
            ? own.agency()
            : new AgencyCode(desk.catalogue().province().code());
    String named = body.optional("agency", Integer.MAX_VALUE);
    if (named.isEmpty() || named.equals(usual.value())) {
      return usual;
    }
    if (!AgencyCode.wellFormed(named) || desk.catalogue().agency(named) == null) {
      body.report(Rule.UNKNOWN_AGENCY.at("/agency", Texts.shortened(named)));
      return usual;
    }
    AgencyCode agency = new AgencyCode(named);
    if (!caller.mayActFor(agency)) {
      throw new Failure(
          Failure.Kind.FORBIDDEN,
          "Mã truy cập này không được ghi thay " + agency + ".",
          "This token may not speak for " + agency + ".");
    }
    if (!leads(agency, task)) {
      body.report(Rule.NOT_A_LEAD.at("/agency", agency));
    }
    return agency;
  }
}
