use crate::export::{Format, Report};
use crate::i18n::Words;
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

/// The program that packs workbooks. It is fetched when the first one is begun.
const WORKER: &str = "export-worker_loader.js";

/// A file that is being written. Its lines leave the memory of this program as they come.
pub(super) enum File {
    /// Text: the browser keeps the parts.
    Csv(Array),
    /// A workbook: the worker keeps it, packed.
    Xlsx(Helper),
}

/// The worker, ended when nobody needs it any more.
pub(super) struct Helper(Worker);

impl Drop for Helper {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

impl File {
    pub async fn begin(format: Format, words: &Words) -> Result<Self, String> {
        if format == Format::Csv {
            return Ok(Self::Csv(Array::new()));
        }
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        // A browser that cannot fetch it does not say why.
        let absent = |_| words.export_no_packer.to_owned();
        let worker = Helper(Worker::new_with_options(WORKER, &options).map_err(|_| absent(String::new()))?);
        // It cannot listen before it has said that it is there.
        worker.answer().await.map_err(absent)?;
        worker.send("begin", &words.export_sheet.into(), None)?;
        Ok(Self::Xlsx(worker))
    }

    /// Adds lines.
    pub fn add(&mut self, lines: String) -> Result<(), String> {
        match self {
            Self::Csv(parts) => {
                let part = Blob::new_with_str_sequence(&Array::of1(&lines.into())).map_err(said)?;
                parts.push(&part);
                Ok(())
            }
            Self::Xlsx(worker) => worker.send("rows", &bytes(&lines), None),
        }
    }

    /// Adds the report and gives the finished file.
    pub async fn finish(mut self, report: &Report, width: usize, words: &Words) -> Result<Blob, String> {
        let options = BlobPropertyBag::new();
        if let Self::Csv(_) = &self {
            self.add(report.csv(width, words))?;
        }
        match &self {
            Self::Csv(parts) => {
                options.set_type(Format::Csv.media_type());
                Blob::new_with_blob_sequence_and_options(parts, &options).map_err(said)
            }
            Self::Xlsx(worker) => {
                options.set_type(Format::Xlsx.media_type());
                let answer = worker.answer();
                let sheet = bytes(&report.sheet(words));
                worker.send("finish", &words.export_report.into(), Some(&sheet))?;
                let file = Array::of1(&answer.await?);
                Blob::new_with_u8_array_sequence_and_options(&file, &options).map_err(said)
            }
        }
    }
}

impl Helper {
    fn send(&self, what: &str, first: &JsValue, second: Option<&JsValue>) -> Result<(), String> {
        let message = Array::of2(&what.into(), first);
        let moved = Array::new();
        if let Some(second) = second {
            message.push(second);
        }
        for part in message.iter().filter_map(|part| part.dyn_into::<Uint8Array>().ok()) {
            moved.push(&part.buffer());
        }
        self.0.post_message_with_transfer(&message, &moved).map_err(said)
    }

    /// The worker's next message. It listens from the moment of the call.
    fn answer(&self) -> impl Future<Output = Result<JsValue, String>> + use<> {
        let promise = Promise::new(&mut |resolve, reject| {
            self.0.set_onmessage(Some(&resolve));
            self.0.set_onerror(Some(&reject));
        });
        async {
            let event = JsFuture::from(promise).await.map_err(said)?;
            let data = event.unchecked_into::<MessageEvent>().data();
            match data.as_string() {
                Some(text) if text != "ready" => Err(text),
                _ => Ok(data),
            }
        }
    }
}

fn bytes(text: &str) -> JsValue {
    Uint8Array::from(text.as_bytes()).into()
}

/// What the browser said.
fn said(cause: JsValue) -> String {
    match cause.dyn_into::<ErrorEvent>() {
        Ok(event) => event.message(),
        Err(cause) => cause.dyn_into::<js_sys::Error>().map(|it| it.message().into()).unwrap_or_default(),
    }
}
