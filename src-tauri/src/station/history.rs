//! What is read of the home's incidents, the old ones too.

use mayday_protocol::IncidentId;
use mayday_wire::{ErrorBody, ErrorCode, IncidentView};
use reqwest::Method;

use super::Station;

impl Station {
    /// What began before an incident, or the newest: newest first, as many as the limit unless there are no more.
    pub(crate) async fn incidents(
        &self,
        before: Option<IncidentId>,
        limit: u16,
    ) -> Result<Vec<IncidentView>, ErrorBody> {
        let before = before.map(|before| format!("&before={before}")).unwrap_or_default();
        self.call(Method::GET, &format!("/v1/incidents?limit={limit}{before}"), None::<&()>).await
    }

    /// One incident, however old.
    pub(crate) async fn incident(&self, incident: IncidentId) -> Result<IncidentView, ErrorBody> {
        self.call(Method::GET, &format!("/v1/incidents/{incident}"), None::<&()>).await
    }

    /// The signed receipt of an incident, as it came.
    pub(crate) async fn receipt(&self, incident: IncidentId) -> Result<String, ErrorBody> {
        let answer = self.request(Method::GET, &format!("/v1/incidents/{incident}/receipt"), None::<&()>).await?;
        answer.text().await.map_err(|_| ErrorCode::Unreachable.into())
    }
}
