//! What is shown is made once and kept until something that it depends on changes: a frame only paints.

use crate::{finding::Fingerprint, gui::scene::Scene};
use egui::{Id, Ui};
use std::sync::Arc;

/// What nearly all that is shown depends on: the work, the finding that is looked at, the language of the window.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    revision: u64,
    selected: Option<Fingerprint>,
    language: String,
}

impl State {
    /// The state of a scene.
    pub fn of(scene: &Scene<'_>) -> Self {
        let selected = scene.session.selected_finding().map(|f| f.fingerprint.clone());
        Self { selected, ..Self::of_work(scene) }
    }

    /// The same for what does not ask which finding is looked at.
    pub fn of_work(scene: &Scene<'_>) -> Self {
        Self { revision: scene.session.revision(), selected: None, language: scene.words.key().to_owned() }
    }

    /// The finding that is looked at.
    pub fn selected(&self) -> Option<&Fingerprint> {
        self.selected.as_ref()
    }
}

/// What was made for `key`; makes it where the key is another one than in the last frame.
pub fn kept<K, T>(ui: &Ui, id: Id, key: K, make: impl FnOnce() -> T) -> Arc<T>
where
    K: Clone + PartialEq + Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    let before = ui.data(|d| d.get_temp::<(K, Arc<T>)>(id));
    if let Some((_, made)) = before.filter(|(of, _)| *of == key) {
        return made;
    }
    let made = Arc::new(make());
    ui.data_mut(|d| d.insert_temp(id, (key, made.clone())));
    made
}
