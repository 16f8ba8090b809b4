using System.Security.Cryptography;
using Chancery.Web.Api;
using Chancery.Web.Desk;
using Chancery.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Chancery.Web;

/// <summary>Puts the desk and the API into a host. The host brings the office, the clock, the source of chance and the settings.</summary>
public static class ChanceryWeb
{
    /// <summary>Registers what desk and API need.</summary>
    public static IServiceCollection AddChanceryWeb(this IServiceCollection services, RunningOffice office, DeskSettings settings)
    {
        services.AddSingleton(office).AddSingleton<CircuitsApi>().AddSingleton<AlarmsApi>().AddSingleton<QueueApi>();
        services.AddSingleton(office.Archive).AddSingleton(office.Intake).AddSingleton(office.Feed).AddSingleton(office.People);
        services.AddSingleton(office.SavedSearches).AddSingleton(office.Viewing).AddSingleton(office.Spills).AddSingleton(office.Trail);
        services.AddSingleton(office.Emergencies).AddSingleton(office.Registry).AddSingleton<ReasonBook>().AddSingleton<SecurityApi>();
        services.AddSingleton(office.Series).AddSingleton(office.References);
        services.AddSingleton(office.Exporter).AddSingleton<ExportApi>();
        services.AddSingleton(settings).AddSingleton<SignInCookie>().AddSingleton<Assets>().AddSingleton<QueryBook>();
        services
            .AddSingleton<MessagesApi>()
            .AddSingleton<StreamApi>()
            .AddSingleton<EventsApi>()
            .AddSingleton<OfficeApi>()
            .AddSingleton<ReferencesApi>()
            .AddSingleton<SearchApi>()
            .AddSingleton<SavedApi>();
        services.AddSingleton(office.Meter).AddSingleton<MetricsText>().AddSingleton<HealthApi>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => RandomNumberGenerator.Create());
        services
            .AddAuthentication(ReaderAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ReaderAuthentication>(ReaderAuthentication.SchemeName, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = settings.Https ? "__Host-chancery-form" : "chancery-form";
            options.Cookie.SecurePolicy = settings.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.FormFieldName = "form";
        });
        services.AddOpenApi("v1");
        // A page with a hundred rows shrinks to a sixth. Strict cookies keep other sites from asking, so the size tells nobody anything.
        services.AddResponseCompression(options => options.EnableForHttps = true);
        services.AddRazorPages().AddApplicationPart(typeof(ChanceryWeb).Assembly);
        return services;
    }

    /// <summary>Puts desk and API into the pipeline.</summary>
    public static WebApplication UseChanceryWeb(this WebApplication app)
    {
        app.Use(SecurityHeaders.Add);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Fault, AllowStatusCode404Response = true });
        app.UseResponseCompression();
        app.UseStatusCodePages(context => Refused(context.HttpContext));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(SameOrigin.Hold);
        app.UseAntiforgery();
        app.Services.GetRequiredService<Assets>().Map(app);
        app.Services.GetRequiredService<MessagesApi>().Map(app);
        app.Services.GetRequiredService<StreamApi>().Map(app);
        app.Services.GetRequiredService<EventsApi>().Map(app);
        app.Services.GetRequiredService<OfficeApi>().Map(app);
        app.Services.GetRequiredService<ReferencesApi>().Map(app);
        app.Services.GetRequiredService<HealthApi>().Map(app);
        app.Services.GetRequiredService<CircuitsApi>().Map(app);
        app.Services.GetRequiredService<SearchApi>().Map(app);
        app.Services.GetRequiredService<SavedApi>().Map(app);
        app.Services.GetRequiredService<SecurityApi>().Map(app);
        app.Services.GetRequiredService<ExportApi>().Map(app);
        app.Services.GetRequiredService<QueueApi>().Map(app);
        app.Services.GetRequiredService<AlarmsApi>().Map(app);
        app.MapOpenApi();
        app.MapGet("/", static () => Results.Redirect("/traffic")).ExcludeFromDescription();
        app.MapRazorPages();
        return app;
    }

    private static async Task Fault(HttpContext context)
    {
        var cause = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var error = cause is BadHttpRequestException bad
            ? bad.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? ApiError.TooLarge(context.RequestServices.GetRequiredService<DeskSettings>().BodyLimit)
                : ApiError.Bad("bad-request", "The request cannot be read; look at its parameters and body.") with
                {
                    Status = bad.StatusCode,
                }
            : ApiError.Fault;
        if (ReaderAuthentication.IsForPrograms(context.Request))
        {
            await ApiAnswer.Refuse(context, error);
            return;
        }
        await RefusalPage.Send(context, error.Status, Texts.FaultTitle, Texts.Fault);
    }

    private static Task Refused(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (ReaderAuthentication.IsForPrograms(context.Request))
        {
            var error = status switch
            {
                404 => ApiError.NoSuchAddress,
                405 => ApiError.WrongMethod,
                413 => ApiError.TooLarge(context.RequestServices.GetRequiredService<DeskSettings>().BodyLimit),
                415 => new ApiError(415, "wrong-type", "Wrong type", "This address does not take that content type."),
                _ => ApiError.Bad("bad-request", "The request cannot be read; look at its parameters and body.") with { Status = status },
            };
            return ApiAnswer.Refuse(context, error);
        }
        return status == StatusCodes.Status404NotFound
            ? RefusalPage.Send(context, status, Texts.NotFoundTitle, Texts.NotFound)
            : RefusalPage.Send(context, status, Texts.NotFoundTitle, Texts.FormExpired);
    }
}
